package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read can be accepted, is counted all the same, and what is new still fails. */
class AcceptedInputTest {
  private static final String FILE = "known.json";
  private static final String BROKEN = "resource {";
  private static final String CALL = "module \"far\" {\n  source = \"acme/far/aws\"\n}\n";

  @TempDir Path folder;

  @BeforeEach
  void makeRepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    write("old/main.tf", BROKEN);
    write("app/main.tf", CALL);
  }

  @Test
  void aBaselineRecordsIt() throws IOException {
    assertThat(run("baseline", "--output", FILE).code()).isZero();
    assertThat(Files.readString(folder.resolve(FILE))).contains("IG001", "IG002", "old/main.tf");

    Cli.Run run = run("check", "--baseline", FILE);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 place not analysed, as before").doesNotContain("[IG00");

    write("old/main.tf", "\n\n" + BROKEN);
    assertThat(run("check", "--baseline", FILE).code()).isZero();
    write("new/main.tf", BROKEN);
    write("app/main.tf", CALL + CALL.replace("far", "farther"));
    Cli.Run news = run("check", "--baseline", FILE);
    assertThat(news.code()).isEqualTo(3);
    assertThat(news.out()).contains("new/main.tf", "farther").doesNotContain("old/main.tf");
  }

  @Test
  void whatIsReadAgainIsPruned() throws IOException {
    run("baseline", "--output", FILE);
    write("old/main.tf", "# fixed\n");

    assertThat(run("check", "--baseline", FILE).out()).contains("fixed[IG001]");
    assertThat(run("check", "app", "--baseline", FILE).out()).doesNotContain("fixed[");
    assertThat(run("baseline", "--prune", FILE).code()).isZero();
    assertThat(Files.readString(folder.resolve(FILE))).contains("IG002").doesNotContain("IG001");
  }

  @Test
  void aWaiverNamesThePath() throws IOException {
    policy("{rule: IG001, path: old, reason: kept for the record}");
    Cli.Run run = run("check");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("1 place not analysed and accepted", "IG002")
        .doesNotContain("[IG001]");

    policy("{rule: module-not-available, path: \"app/**\", reason: \"none of ours\"}");
    assertThat(run("check").out()).contains("[IG001]").doesNotContain("[IG002]");

    write("new/main.tf", BROKEN);
    policy("{rule: IG001, path: old, reason: kept for the record}");
    assertThat(run("check").code()).isEqualTo(3);
  }

  @Test
  void aWaiverOfInputThatCoversNothingIsSaid() throws IOException {
    write("old/main.tf", "# fixed\n");
    write("app/main.tf", "# nothing\n");
    policy("{rule: IG001, path: old, reason: kept for the record}");

    assertThat(run("check").out()).contains("IG003", "matches no finding");
  }

  /** A module that is missing can hold what lies in a module, and nothing else. */
  @Test
  void aWaiverOfARootModuleIsStaleAlthoughAModuleIsMissing() throws IOException {
    write("old/main.tf", "# fixed\n");
    policy("{rule: IG101, resource: aws_apigatewayv2_stage.gone, reason: none}");
    assertThat(run("check").out()).contains("[IG002]", "IG003", "matches no finding");
    policy("{rule: IG101, resource: \"module.far.*\", reason: none}");
    assertThat(run("check").out()).contains("[IG002]").doesNotContain("IG003");
  }

  @Test
  void onlyAPathCanBeNamed() throws IOException {
    policy("{rule: IG001, resource: \"*\", reason: none}");
    assertThat(run("check").err()).contains("path is missing", "has no address");
    policy("{rule: IG101, path: old, reason: none}");
    assertThat(run("check").err()).contains("resource is missing");
  }

  private void policy(String waiver) throws IOException {
    write("iac-guard.yaml", "version: 1\nwaivers:\n  - " + waiver + "\n");
  }

  private Cli.Run run(String... arguments) {
    return Cli.in(folder).run(arguments);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.environment.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans on the command line: by path, by option, from standard input. */
class PlanOptionsTest {
  private static final Path PLANS =
      Path.of(System.getProperty("iacguard.root"), "fixtures", "plans");

  @TempDir Path folder;

  private static byte[] plan(String name) throws IOException {
    return Files.readAllBytes(PLANS.resolve(name).resolve("plan.json"));
  }

  @Test
  void standardInputFindsTheCodeInTheCurrentFolder() throws IOException {
    Cli.Run run =
        Cli.in(PLANS.resolve("retention-zero"))
            .reading(plan("retention-zero"))
            .run("check", "-", "--root", ".");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("main.tf:3:").contains("log group never expires");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void withoutItsCodeThePlanIsPointedAt() throws IOException {
    Cli.Run run =
        Cli.in(folder)
            .reading(plan("retention-zero"))
            .run("check", "--plan", "-", "--format", "json", "--root", ".");
    assertThat(run.out()).contains("\"path\":\"<stdin>\",\"line\":1").contains("IG201");
  }

  @Test
  void thePlanOptionStandsForThePath() throws IOException {
    Files.write(folder.resolve("p.json"), plan("http-api"));
    Files.writeString(folder.resolve("other.tf"), "resource \"aws_api_gateway_stage\" \"x\" {}");
    Cli.Run run = Cli.in(folder).run("stages", "--plan", "p.json", "--root", ".");
    assertThat(run.out())
        .contains("aws_apigatewayv2_stage.main")
        .contains("HTTP")
        .contains("1 stage");
    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void theSourceOptionNamesTheCode() throws IOException {
    Cli.Run run =
        Cli.in(PLANS)
            .run(
                "check",
                "dynamic-block-by-variable-file/plan.json",
                "--source",
                "dynamic-block-by-variable-file",
                "--root",
                ".");
    assertThat(run.out())
        .contains("dynamic-block-by-variable-file/main.tf:")
        .doesNotContain("unknown[IG103]");
    Cli.Run wrong =
        Cli.in(PLANS).run("check", "http-api/plan.json", "--source", "links", "--root", ".");
    assertThat(wrong.out()).contains("does not hold the code of this plan");
    assertThat(wrong.code()).isEqualTo(ExitCode.UNREAD_INPUT);
    assertThat(Cli.in(PLANS).run("check", "--source", "http-api/plan.json", "--root", ".").code())
        .isEqualTo(ExitCode.USAGE);
  }

  /** An exception in the code holds for its plan too, also where a module is called. */
  @Test
  void exceptionsInTheCodeHoldForItsPlan() {
    String code = "acceptance/terraform/exceptions";
    Cli.Run run =
        Cli.in(PLANS.resolveSibling(""))
            .run("check", "plans-of-fixtures/" + code + ".json", "--source", code, "--root", ".");
    assertThat(run.out())
        .contains("the suppression of IG201 ended on 2026-06-30")
        .contains("; 4 findings suppressed");
  }

  @Test
  void onlyWhatThePlanChanges() {
    Cli cli = Cli.in(PLANS.resolve("applied"));
    assertThat(cli.run("check", "unchanged.json", "--changed-only", "--root", ".").code())
        .isEqualTo(ExitCode.CLEAN);
    assertThat(cli.run("check", "unchanged.json", "--root", ".").code())
        .isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void secretsAreNotPrinted() throws IOException {
    String secret = "do-not-print-me";
    String plan =
        new String(plan("http-api"), StandardCharsets.UTF_8)
            .replace("\"Owner\":\"team-a\"", "\"Owner\":\"" + secret + "\"")
            .replace(
                "\"after_sensitive\":{\"tags\":{},\"tags_all\":{}}",
                "\"after_sensitive\":{\"tags\":{\"Owner\":true},\"tags_all\":{\"Owner\":true}}");
    assertThat(plan).contains(secret).contains("{\"Owner\":true}");
    Files.writeString(folder.resolve("plan.json"), plan);
    for (String command : new String[] {"check", "stages"}) {
      for (String format : new String[] {"text", "json"}) {
        Cli.Run run = Cli.in(folder).run(command, "plan.json", "--format", format, "--root", ".");
        assertThat(run.out()).doesNotContain(secret);
      }
    }
  }

  @Test
  void aSavedPlanSaysWhatToDo() throws IOException {
    byte[] head =
        "PK\3\4..........................tfplan....".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("tfplan"), head);
    Cli.Run run = Cli.in(folder).run("check", "tfplan", "--root", ".");
    assertThat(run.code()).isEqualTo(ExitCode.UNREAD_INPUT);
    assertThat(run.out()).contains("terraform show -json FILE");
    // One that merely lies about is a note.
    Cli.Run all = Cli.in(folder).run("check", ".", "--verbose", "--root", ".");
    assertThat(all.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(all.err()).contains("tfplan is a saved plan");
  }
}

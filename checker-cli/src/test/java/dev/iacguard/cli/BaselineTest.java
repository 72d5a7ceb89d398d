package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known is not reported again, and what is fixed is said. */
class BaselineTest {
  private static final String FILE = "baseline.json";
  private static final String API =
      "resource \"aws_apigatewayv2_api\" \"api\" {\n  name = \"api\"\n  protocol_type = \"HTTP\"\n}\n";

  @TempDir Path folder;

  @BeforeEach
  void makeRepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
  }

  @Test
  void onlyNewsCount() throws IOException {
    write("infra/main.tf", API + stage("live"));
    record();

    assertThat(check().code()).isZero();
    assertThat(check().out())
        .doesNotContain("error[")
        .contains("0 compliant, 1 failing", "; 1 finding existing (");

    write("infra/main.tf", API + stage("other") + "\n\n" + stage("live"));
    Cli.Run run = check();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .containsOnlyOnce("error[IG101]")
        .contains("┌─ infra/main.tf:5:1", "aws_apigatewayv2_stage.other");
  }

  @Test
  void whatIsFixedIsSaidAndPruned() throws IOException {
    write("infra/main.tf", API + stage("live") + stage("other"));
    record();
    write("infra/main.tf", API + stage("other"));

    assertThat(check().out())
        .contains("fixed[IG101] aws_apigatewayv2_stage.live in infra\n")
        .contains("1 finding existing");
    assertThat(cli().run("check", "--baseline", FILE, "--format", "json").out())
        .contains("\"mended\":[{\"rule\":\"IG101\",\"resource\":\"aws_apigatewayv2_stage.live\"")
        .contains("\"standing\":\"known\"");

    write("infra/main.tf", API + stage("other") + stage("third"));
    assertThat(cli().run("baseline", "--prune", FILE).code()).isZero();
    assertThat(baseline()).contains("stage.other").doesNotContain("stage.live", "stage.third");
    assertThat(check().out()).contains("error[IG101]", "stage.third").doesNotContain("fixed[");
  }

  /** A run over a part must not take the rest for fixed. */
  @Test
  void whatWasNotLookedAtIsNotFixed() throws IOException {
    write("a/main.tf", API + stage("live"));
    write("b/main.tf", API + stage("live"));
    record();
    String before = baseline();

    assertThat(cli().run("check", "a", "--baseline", FILE).out()).doesNotContain("fixed[");
    cli().run("baseline", "a", "--prune", FILE);
    assertThat(baseline()).isEqualTo(before);

    write("b/main.tf", "resource \"x\" {");
    assertThat(check().out()).doesNotContain("fixed[");
  }

  @Test
  void whatGetsWorseCounts() throws IOException {
    String logged =
        API
            + """
            variable "logged" {
              type = bool
            }
            """
            + stage("live")
                .replace(
                    "\n}\n",
                    "\n  dynamic \"access_log_settings\" {\n"
                        + "    for_each = var.logged ? [1] : []\n    content {\n"
                        + "      destination_arn = \"arn:aws:logs:eu-west-1:123456789012:log-group:x\"\n"
                        + "      format = \"$context.requestId $context.identity.sourceIp $context.status"
                        + " $context.responseLatency\"\n    }\n  }\n}\n");
    write("infra/main.tf", logged);
    record();
    assertThat(check().code()).isZero();

    write("infra/main.tf", logged.replace("type = bool", "default = false"));
    Cli.Run run = check();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("error[IG101]", "= since:  it existed before and is worse now");
    assertThat(cli().run("check", "--baseline", FILE, "--format", "json").out())
        .contains("\"standing\":\"worse\"");
    cli().run("baseline", "--prune", FILE);
    assertThat(check().code()).isEqualTo(1);
  }

  @Test
  void aRenamedFolderIsKnownAgain() throws IOException {
    write("old/orders/main.tf", API + stage("live"));
    write("old/billing/main.tf", API + stage("live"));
    record();
    Files.createDirectory(folder.resolve("new"));
    Files.move(folder.resolve("old/orders"), folder.resolve("new/orders"));
    Files.move(folder.resolve("old/billing"), folder.resolve("new/billing"));

    assertThat(check().code()).isZero();
    assertThat(check().out()).doesNotContain("fixed[");

    cli().run("baseline", "--prune", FILE);
    assertThat(baseline()).contains("\"new/orders\"", "\"new/billing\"").doesNotContain("old");
    write("copy/orders/main.tf", API + stage("live"));
    assertThat(check().code()).isEqualTo(1);
  }

  @Test
  void theFileIsStableAndSorted() throws IOException {
    write("b/main.tf", API + stage("live"));
    write("a/main.tf", API + stage("z") + stage("b"));
    write("main.tf", API + stage("live"));
    record();
    String first = baseline();
    write("a/main.tf", "\n\n" + stage("b") + stage("z") + API);
    record();

    Schemas.BASELINE.accepts(first);
    assertThat(baseline()).isEqualTo(first);
    assertThat(first).contains("{\"stack\":\".\",\"rule\":\"IG101\"");
    List<String> lines = first.lines().filter(line -> line.contains("\"rule\"")).toList();
    List<String> shuffled = new ArrayList<>(lines);
    Collections.sort(shuffled);
    assertThat(lines).hasSize(4).isEqualTo(shuffled);
    assertThat(check().code()).isZero();
  }

  @Test
  void nothingFoundIsABaselineToo() throws IOException {
    write("infra/main.tf", API);
    record();

    Schemas.BASELINE.accepts(baseline());
    assertThat(check().code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                                  | :1:2: is not JSON: Unexpected end-of-input",
        "``                                                 | :1:1: a baseline, which is an object is expected",
        "[]                                                 | :1:1: a baseline, which is an object is expected",
        "{}                                                 | :1:2: schemaVersion is missing",
        "{\"schemaVersion\": 2}                             | :1:19: schemaVersion 1 is expected",
        "{\"schemaVersion\": 1, \"finding\": []}            | unknown key 'finding'; did you mean 'findings'?",
        "{\"schemaVersion\": 1, \"findings\": {}}           | a list of findings is expected",
        "{\"schemaVersion\": 1, \"findings\": [1]}          | a finding, which is an object is expected",
        "{\"schemaVersion\": 1, \"findings\": [{}]}         | stack is missing in this finding",
        "{\"schemaVersion\": 1, \"findings\": [{\"rul\": \"x\"}]} | unknown key 'rul'; did you mean 'rule'?",
        "{\"schemaVersion\": 1, \"findings\": [{\"rule\": 1}]} | a string is expected",
        "{\"schemaVersion\": 1, \"findings\": [{\"verdict\": \"pass\"}]} | 'pass' is not a verdict",
        "{\"schemaVersion\": 1, \"findings\": [}            | is not JSON",
        "{\"schemaVersion\": 1} {}                          | there is more text after the baseline",
      })
  void aBrokenBaselineIsRefused(String text, String message) throws IOException {
    write("infra/main.tf", API);
    write(FILE, text);

    Cli.Run run = check();

    assertThat(run.err()).contains("--baseline baseline.json:", message);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aMissingBaselineIsRefused() {
    assertThat(check().err()).contains("--baseline baseline.json: it does not exist");
    assertThat(cli().run("baseline", "--prune", FILE).code()).isEqualTo(2);
    assertThat(cli().run("baseline", "--prune", FILE, "--output", "x.json").code()).isEqualTo(2);
  }

  private Cli cli() {
    return Cli.in(folder);
  }

  private Cli.Run check() {
    return cli().run("check", "--baseline", FILE);
  }

  @Test
  void aHugeBaselineIsRefused() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("baseline.json").toFile(), "rw")) {
      file.setLength((64 << 20) + 1);
    }

    assertThat(check().err()).contains("--baseline baseline.json is larger than 64 MiB");
  }

  private void record() {
    assertThat(cli().run("baseline", "--output", FILE).code()).isZero();
  }

  private String baseline() throws IOException {
    return Files.readString(folder.resolve(FILE));
  }

  private static String stage(String name) {
    return """
    resource "aws_apigatewayv2_stage" "NAME" {
      api_id = aws_apigatewayv2_api.api.id
      name   = "NAME"
      tags   = { Owner = "a", CostCenter = "b" }
    }
    """
        .replace("NAME", name);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(folder.resolve(path.substring(0, Math.max(0, path.lastIndexOf('/')))));
    Files.writeString(file, text);
  }
}

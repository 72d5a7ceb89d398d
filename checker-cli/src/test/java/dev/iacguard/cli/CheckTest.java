package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way: real files, real readers, real rules. */
class CheckTest {
  private static final String STAGE =
      """
      resource "aws_apigatewayv2_stage" "live" {
        api_id = aws_apigatewayv2_api.api.id
        name   = "live"
        tags   = { Owner = "a", CostCenter = "b" }
      }
      """;
  private static final String LOGGED =
      """
      variable "days" {
        default = 30
      }
      resource "aws_apigatewayv2_stage" "live" {
        api_id = aws_apigatewayv2_api.api.id
        name   = "live"
        tags   = { Owner = "a", CostCenter = "b" }
        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.logs.arn
          format          = "$context.requestId $context.identity.sourceIp $context.status $context.responseLatency"
        }
      }
      resource "aws_cloudwatch_log_group" "logs" {
        name              = "/api"
        retention_in_days = var.days
        tags              = { Owner = "a", CostCenter = "b" }
      }
      """;

  private static final String ALARM =
      """
      resource "aws_cloudwatch_metric_alarm" "errors" {
        namespace   = "AWS/ApiGateway"
        metric_name = "5xx"
        dimensions  = { ApiId = aws_apigatewayv2_api.api.id }
      }
      """;

  private static final String API =
      """
      resource "aws_apigatewayv2_api" "api" {
        name          = "api"
        protocol_type = "HTTP"
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void makeRepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
  }

  @Test
  void aStageWithoutLogIsAFinding() throws IOException {
    write("infra/main.tf", STAGE + API);

    Cli.Run run = cli().run("check", "infra");

    assertThat(run.out())
        .contains("error[IG101]: ", "┌─ infra/main.tf:1:1", "aws_apigatewayv2_stage.live  HTTP")
        .contains("1 stage: 0 compliant, 1 failing, 0 conditional, 0 unknown (");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aStageWithEverythingIsCompliant() throws IOException {
    write("infra/main.tf", LOGGED + API + ALARM);

    Cli.Run run = cli().run("check");

    assertThat(run.out()).startsWith("1 stage: 1 compliant, 0 failing, 0 conditional, 0 unknown (");
    assertThat(run.code()).isZero();
    assertThat(cli().run("check", "--quiet").out()).isEmpty();
  }

  @Test
  void aBrokenFileIsNamedAndTheOthersAreJudged() throws IOException {
    write("good/main.tf", STAGE + API);
    write("bad/main.tf", "resource \"aws_apigatewayv2_stage\" \"x\" {\n  name = \n}\n");

    Cli.Run run = cli().run("check");

    assertThat(run.out())
        .contains("error[IG001]: ", "┌─ bad/main.tf:2:")
        .contains("error[IG101]: ", "┌─ good/main.tf:1:1")
        .contains("; 1 place not analysed (");
    assertThat(run.code()).isEqualTo(3);
    assertThat(cli().run("check", "--fail-on", "never").code()).isEqualTo(3);
    assertThat(cli().run("stages").code()).isEqualTo(3);
  }

  @Test
  void anEmptyFolderHasNothingToCheck() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    write("other/notes.txt", "hello");

    Cli.Run run = cli().run("check", "empty", "other");

    assertThat(run.out())
        .startsWith("nothing to check: no Terraform or CloudFormation in empty, other (");
    assertThat(run.code()).isZero();
  }

  @Test
  void aFileThatNobodyReadsIsNotSkippedWhenItIsNamed() throws IOException {
    write("notes.txt", "hello");

    Cli.Run run = cli().run("check", "notes.txt");

    assertThat(run.out()).contains("error[IG001]: ", "┌─ notes.txt\n");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void aNameThatLooksLikeAnArgumentFileIsAPath() throws IOException {
    write("@infra/main.tf", STAGE + API);

    assertThat(cli().run("check", "@infra").out()).contains("┌─ @infra/main.tf:1:1");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                        0",
    "--var days=0,                              1",
    "--var-file zero.tfvars,                    1",
    "--var days=0 --var-file month.tfvars,      0",
    "--var-file month.tfvars --var days=0,      1",
    "--var days=30 --var days=0,                1",
    "--var days=0 --fail-on never,              0",
  })
  void theLastVariableWins(String options, int code) throws IOException {
    write("infra/main.tf", LOGGED + API);
    write("zero.tfvars", "days = 0");
    write("month.tfvars", "days = 30");

    assertThat(cli().run(("check infra " + options).strip().split(" ")).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          month.tfvars                                      | infra (month.tfvars) 0
          zero.tfvars                                       | infra (zero.tfvars) 1
          month.tfvars --variant zero.tfvars                | infra (month.tfvars) 0, infra (zero.tfvars) 1
          dev=zero.tfvars --variant prod=month.tfvars       | infra (dev) 1, infra (prod) 0
          both=zero.tfvars,month.tfvars                     | infra (both) 0
          zero.tfvars,month.tfvars                          | infra (zero.tfvars,month.tfvars) 0
          dev=zero.tfvars --var days=30                     | infra (dev) 0
          """)
  void eachVariantIsJudgedUnderItsOwnName(String variants, String expected) throws IOException {
    write("infra/main.tf", LOGGED + API);
    write("zero.tfvars", "days = 0");
    write("month.tfvars", "days = 30");

    Cli.Run run = cli().run(("stages infra --format json --variant " + variants).split(" "));

    List<String> seen = new ArrayList<>();
    Matcher stage =
        Pattern.compile("\"stack\":\"([^\"]*)\".*?\"IG201\":\"(pass|fail)\"").matcher(run.out());
    while (stage.find()) {
      seen.add(stage.group(1) + (stage.group(2).equals("pass") ? " 0" : " 1"));
    }
    assertThat(String.join(", ", seen)).isEqualTo(expected);
  }

  /** The same files give the same report wherever it is made, unless the user asks otherwise. */
  @Test
  void theEnvironmentCountsOnlyWhenAsked() throws IOException {
    write("infra/main.tf", LOGGED + API);

    Cli cli = cli().with("TF_VAR_days", "0");

    assertThat(cli.run("check", "infra").code()).isZero();
    assertThat(cli.run("check", "infra", "--var-env").code()).isEqualTo(1);
    assertThat(cli.run("check", "infra", "--var-env", "--var", "days=30").code()).isZero();
  }

  @Test
  void whatIsUnknownCountsOnlyWhenAsked() throws IOException {
    write("infra/main.tf", LOGGED.replace("default = 30", "type = number") + API);

    Cli.Run run = cli().run("check");

    assertThat(run.out()).contains("unknown[IG201]: ", "0 failing, 0 conditional, 1 unknown");
    assertThat(run.code()).isZero();
    assertThat(cli().run("check", "--fail-on-unknown").code()).isEqualTo(1);
  }

  @Test
  void aModuleThatIsNotThereCountsAsAWarning() throws IOException {
    write("infra/main.tf", "module \"api\" {\n  source = \"example.org/api/aws\"\n}\n");

    Cli.Run run = cli().run("check");

    assertThat(run.out()).contains("warning[IG002]: ", "┌─ infra/main.tf:");
    assertThat(run.code()).isZero();
    assertThat(cli().run("check", "--fail-on", "warning").code()).isEqualTo(1);
  }

  @Test
  void realOutputHasThePublishedShapes() throws IOException {
    write("infra/main.tf", LOGGED + API);
    write("other/main.tf", STAGE + API);
    write("bad/main.tf", "x = {");
    write("cfn/template.yaml", "Resources:\n  Api: {Type: AWS::Serverless::HttpApi}\n");

    Schemas.CHECK.accepts(cli().run("check", "--format", "json").out());
    Schemas.STAGES.accepts(cli().run("stages", "--format", "json").out());
  }

  @Test
  void fingerprintsDoNotDependOnTheCurrentFolder() throws IOException {
    write("infra/main.tf", STAGE + API);

    String above = cli().run("check", "--format", "json").out();
    String inside = Cli.in(folder.resolve("infra")).run("check", "--format", "json").out();

    assertThat(fingerprint(inside)).isEqualTo(fingerprint(above));
    assertThat(inside).contains("\"path\":\"main.tf\"");
    assertThat(above).contains("\"path\":\"infra/main.tf\"");
  }

  @Test
  void aReportGoesToAFileAsAWhole() throws IOException {
    write("infra/main.tf", STAGE + API);
    write("report.json", "old");

    Cli.Run run = cli().run("check", "--format", "json", "--output", "report.json");

    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
    Schemas.CHECK.accepts(Files.readString(folder.resolve("report.json")));
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(".git", "infra", "report.json");
    }
  }

  @Test
  void aReaderThatGoesAwayIsNoError() throws IOException {
    write("infra/main.tf", STAGE + API);
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    for (String format : new String[] {"text", "json"}) {
      Cli.Run run = cli().run(closed, "check", "--format", format);

      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isEqualTo(1);
    }
  }

  @Test
  void namesFromTheCodeCannotSteerTheTerminal() throws IOException {
    String evil = "\u001B]0;owned\u0007\u202E";
    write("in" + evil + "fra/main.tf", STAGE.replace("\"live\"", "\"" + evil + "\"") + API);
    write("in" + evil + "fra/bad.tf", "x = \"" + evil);

    for (String command : new String[] {"check", "stages"}) {
      assertThat(cli().run(command, "--color", "never").out())
          .contains("owned")
          .doesNotContain("\u001B", "\u0007", "\u202E");
    }
    assertThat(cli().run("check", "in" + evil + "fra/nowhere").err()).doesNotContain("\u001B");
  }

  @ParameterizedTest
  @CsvSource({
    "auto,   '',             false, false",
    "auto,   '',             true,  true",
    "auto,   NO_COLOR,       true,  false",
    "auto,   CLICOLOR_FORCE, false, true",
    "always, NO_COLOR,       false, true",
    "never,  CLICOLOR_FORCE, true,  false",
  })
  void coloursFollowTheTerminalAndTheUser(
      String option, String variable, boolean terminal, boolean coloured) throws IOException {
    write("infra/main.tf", STAGE + API);
    Cli cli = cli().with(variable, "1");

    String out = (terminal ? cli.onTerminal() : cli).run("check", "--color", option).out();

    assertThat(out.contains("\u001B[")).isEqualTo(coloured);
  }

  @Test
  void nothingOutsideTheRootIsNamedOrRead() throws IOException {
    write("infra/main.tf", STAGE + API);
    write("other/main.tf", STAGE + API);

    assertThat(cli().run("check", "infra", "--root", "other").err()).contains("is outside");
    assertThat(cli().run("check", "infra", "--root", "infra").code()).isEqualTo(1);
    assertThat(cli().run("check", "infra", "--verbose").err())
        .isEqualTo("iac-guard: nothing outside " + folder.toRealPath() + " is read\n");
  }

  @Test
  void whatIsLeftOutIsSaidOnRequest() throws IOException {
    String template = "Resources:\n  S: {Type: AWS::ApiGateway::Stage}\n";
    write("template.yaml", template);
    write(".aws-sam/build/template.yaml", template);

    Cli.Run run = cli().run("check", "--verbose");

    assertThat(run.out()).contains("1 stage: 0 compliant, 1 failing");
    assertThat(run.err())
        .contains(".aws-sam/build/template.yaml is left out: it is built from template.yaml\n");
    assertThat(cli().run("check").err()).isEmpty();
  }

  @Test
  void theRulesAreListedAndExplained() {
    assertThat(cli().run("rules").out()).contains("IG101  error    stage-without-access-log");
    Cli.Run explained = cli().run("explain", "ig101");
    assertThat(explained.out()).contains("## Why it matters").doesNotStartWith("---");
    assertThat(cli().run("explain", "stage-without-access-log")).isEqualTo(explained);
  }

  private Cli cli() {
    return Cli.in(folder);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(folder.resolve(path.substring(0, Math.max(0, path.lastIndexOf('/')))));
    Files.writeString(file, text);
  }

  private static String fingerprint(String json) {
    return json.replaceAll(".*\"fingerprint\":\"([0-9a-f]+)\".*\n", "$1");
  }
}

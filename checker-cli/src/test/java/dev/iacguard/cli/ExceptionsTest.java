package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exception covers does not count; one that is wrong does. */
class ExceptionsTest {
  private static final String API =
      """
      resource "aws_apigatewayv2_api" "api" {
        name          = "api"
        protocol_type = "HTTP"
      }
      """;
  private static final String STAGE =
      """
      resource "aws_apigatewayv2_stage" "live" {
        api_id = aws_apigatewayv2_api.api.id
        name   = "live"
        tags   = { Owner = "a", CostCenter = "b" }
      }
      """;
  private static final String COMMENT =
      "# iac-guard:ignore IG101 until=2027-03-31 reason=\"moves in spring\"\n";
  private static final String IDLE = "# iac-guard:ignore IG201 reason=\"unsure\"\n";
  private static final String COVERS_NOTHING = "the suppression of IG201 matches no finding";

  @TempDir Path folder;

  @BeforeEach
  void makeRepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
  }

  @Test
  void whatIsCoveredDoesNotCountAndIsNotHidden() throws IOException {
    write("infra/main.tf", API + COMMENT + STAGE);

    Cli.Run run = cli().run("check");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\n1 stage: 0 compliant, 1 failing", "; 1 finding suppressed (")
        .startsWith(
            "suppressed[IG101] infra/main.tf:6 aws_apigatewayv2_stage.live: stage has no access"
                + " log; until 2027-03-31, infra/main.tf:5: moves in spring\n");
  }

  @Test
  void programsAreToldTheReasonAndTheEnd() throws IOException {
    write("infra/main.tf", API + COMMENT + STAGE);

    String check = cli().run("check", "--format", "json").out();
    String stages = cli().on("2027-03-30").run("stages", "--format", "json").out();

    Schemas.CHECK.accepts(check);
    Schemas.STAGES.accepts(stages);
    assertThat(check)
        .contains("\"suppressed\":true,\"suppression\":{\"kind\":\"in-source\",")
        .contains("\"reason\":\"moves in spring\",\"until\":\"2027-03-31\",")
        .contains("\"location\":{\"path\":\"infra/main.tf\",\"line\":5,\"column\":3,")
        .contains("\"errors\":0,", "\"suppressed\":1}");
    assertThat(stages)
        .contains("\"exceptions\":[{\"rule\":\"IG101\",")
        .contains("\"resources\":[\"aws_apigatewayv2_stage.live\"],")
        .contains("\"daysLeft\":1,");
  }

  @Test
  void anExceptionHoldsUntilItsLastDayIsOver() throws IOException {
    write("infra/main.tf", API + COMMENT + STAGE);

    assertThat(cli().on("2027-03-31").run("check").code()).isZero();

    Cli.Run over = cli().on("2027-04-01").run("check");
    assertThat(over.code()).isEqualTo(1);
    assertThat(over.out())
        .contains("error[IG003]: the suppression of IG101 ended on 2027-03-31: moves in spring\n")
        .contains("┌─ infra/main.tf:5:3")
        .contains("error[IG101]: ")
        .doesNotContain("not analysed");
  }

  @Test
  void aTemplatesLineEndsDoNotMatter() throws IOException {
    String template =
        """
        Resources:
          Api:
            Type: AWS::ApiGatewayV2::Api
            Properties: {Name: a, ProtocolType: HTTP}
          # iac-guard:ignore IG109 reason='tags later'
          Live: # iac-guard:ignore IG101 reason="older"
            Type: AWS::ApiGatewayV2::Stage
            Properties: {ApiId: !Ref Api, StageName: live}
        """;
    write("a.yaml", template.replace("\n", "\r\n"));

    assertThat(cli().run("check").out()).contains("; 2 findings suppressed");
  }

  @Test
  void aCallOfATemplateIsCoveredAsAWhole() throws IOException {
    write(
        "parent.yaml",
        """
        Resources:
          Orders: # iac-guard:ignore IG101,IG109 reason="bought, replaced soon"
            Type: AWS::CloudFormation::Stack
            Properties: {TemplateURL: child.yaml}
          Billing:
            Type: AWS::CloudFormation::Stack
            Properties: {TemplateURL: child.yaml}
        """);
    write(
        "child.yaml",
        """
        Resources:
          Api:
            Type: AWS::ApiGatewayV2::Api
            Properties: {Name: a, ProtocolType: HTTP}
          Live:
            Type: AWS::ApiGatewayV2::Stage
            Properties: {ApiId: !Ref Api, StageName: live}
        """);

    Cli.Run run = cli().run("check");

    assertThat(run.out()).contains("; 2 findings suppressed", "Billing.Live");
    assertThat(run.out())
        .contains("suppressed[IG101] child.yaml:5 Orders.Live")
        .doesNotContain("Orders.Live  HTTP", "IG003");
  }

  @Test
  void anIdleExceptionIsAFinding() throws IOException {
    write("infra/main.tf", API + IDLE);

    Cli.Run run = cli().run("check");

    assertThat(run.out()).contains("error[IG003]: " + COVERS_NOTHING);
    assertThat(run.code()).isEqualTo(1);
  }

  /** What another run may see is not called idle by one that saw less. */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "infra/main.tf", ". --var days=3", ". --var-file prod.tfvars"})
  void aRunThatSawLessSaysNothing(String arguments) throws IOException {
    write("infra/main.tf", API + IDLE);
    write("notes/readme.txt", "");
    write("prod.tfvars", "");
    if (!arguments.contains("prod")) {
      Files.delete(folder.resolve("prod.tfvars"));
    }

    assertThat(cli().run(("check " + arguments).split(" ")).out()).doesNotContain("IG003");
  }

  @Test
  void anExceptionForAnotherVariableFileIsNotIdle() throws IOException {
    write("infra/main.tf", API + IDLE);
    write("env/prod.tfvars", "days = 0");

    assertThat(cli().run("check").out()).doesNotContain("IG003");
  }

  @Test
  void whatCannotBeSeenMayNeedTheException() throws IOException {
    String call = "module \"logs\" {\n  source = \"example.org/logs/aws\"\n}\n";
    write("infra/main.tf", API + IDLE + call);
    write("other/main.tf", API + IDLE);
    write("modules/logs/main.tf", IDLE + "locals {}\n");
    write("use/main.tf", "module \"own\" {\n  source = \"../modules/logs\"\n}\n");

    assertThat(cli().run("check").out())
        .contains("┌─ other/main.tf:5:3")
        .containsOnlyOnce("[IG003]");
  }

  @Test
  void aFileThatNobodyTakesForCodeHasNoExceptions() throws IOException {
    write("infra/main.tf", API + "locals { text = file(\"notes.yaml\") }\n");
    write("infra/notes.yaml", "# iac-guard:ignore\nnotes: true\n");
    write("notes.md", "# iac-guard:ignore");

    assertThat(cli().run("check").out()).doesNotContain("IG003");
  }

  @Test
  void anExceptionTellsItsAge() throws IOException {
    String since = COMMENT.replace("IG101", "IG101 since=2026-05-01");
    write("infra/main.tf", API + since + STAGE);
    write(
        "iac-guard.yaml",
        "waivers: [{rule: IG109, resource: '*', reason: x, since: 2026-10-31, until: 2026-11-02}]");
    write(
        "a.yaml",
        """
        Metadata: {iac-guard: {ignore: [{rule: IG101, reason: y, since: 2026-11-01}]}}
        Resources:
          Api:
            Type: AWS::ApiGatewayV2::Api
            Properties: {Name: a, ProtocolType: HTTP}
          Live:
            Type: AWS::ApiGatewayV2::Stage
            Properties: {ApiId: !Ref Api, StageName: live}
        """);

    String json = cli().run("stages", "--format", "json").out();

    Schemas.STAGES.accepts(json);
    assertThat(cli().run("stages").out())
        .contains("\nExceptions  3, the oldest 184 days old, the next ends in 1 day\n");
    assertThat(json)
        .contains("\"since\":\"2026-05-01\",\"until\":\"2027-03-31\",\"ageDays\":184,")
        .contains("\"since\":\"2026-11-01\",\"until\":null,\"ageDays\":0,\"daysLeft\":null,")
        .contains(
            "\"since\":\"2026-10-31\",\"until\":\"2026-11-02\",\"ageDays\":1,\"daysLeft\":1,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "since=2026-11-02                  | is dated 2026-11-02, which is in the future",
        "since=yesterday                   | is not a date; write it like 2027-03-31",
        "since=2026-10-01 since=2026-10-02 | since is given twice",
        "sinc=2026-10-01                   | '; did you mean ''since''?'"
      })
  void anAgeThatCannotBeIsSaid(String words, String message) throws IOException {
    write("infra/main.tf", API + COMMENT.replace("IG101", "IG101 " + words) + STAGE);

    assertThat(cli().run("check").out()).contains("error[IG003]: ", message, "error[IG101]");
  }

  @Test
  void tooManyExceptionsAreRefused() throws IOException {
    write("infra/main.tf", API + COMMENT.repeat(1_001) + STAGE);

    assertThat(cli().run("check").out())
        .contains("a file may have 1000 suppressions", "infra/main.tf:1005:3");
  }

  private Cli cli() {
    return Cli.in(folder);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(folder.resolve(path.substring(0, Math.max(0, path.lastIndexOf('/')))));
    Files.writeString(file, text);
  }
}

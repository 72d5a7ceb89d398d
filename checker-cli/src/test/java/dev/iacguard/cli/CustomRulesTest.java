package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of a policy's own, from the file to the report. */
class CustomRulesTest {
  private static final String CODE =
      """
      variable "days" {
        type = number
      }
      resource "aws_api_gateway_rest_api" "api" {
        name = "orders"
      }
      resource "aws_cloudwatch_log_group" "logs" {
        name              = "/api"
        retention_in_days = 30
      }
      resource "aws_api_gateway_stage" "prod" {
        rest_api_id   = aws_api_gateway_rest_api.api.id
        deployment_id = "d"
        stage_name    = "prod"
        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.logs.arn
          format          = "{\\"id\\":\\"$context.requestId\\"}"
        }
      }
      resource "aws_lambda_function" "fast" {
        timeout = 3
      }
      resource "aws_lambda_function" "slow" {
        timeout = 900
      }
      resource "aws_lambda_function" "open" {
        timeout = var.days
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeCode() throws IOException {
    Files.writeString(folder.resolve("main.tf"), CODE);
  }

  private Cli.Run check(String policy, String... options) throws IOException {
    Files.writeString(folder.resolve("iac-guard.yaml"), policy);
    return Cli.in(folder).run(options);
  }

  private static String documented() throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("iacguard.root"), "docs/custom-rules.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    return "version: 1\n" + page.substring(start, page.indexOf("```", start));
  }

  @Test
  void theDocumentedRuleHoldsItsTestsAndFindsItsStage() throws IOException {
    Cli.Run tests = check(documented(), "test-rules");

    assertThat(tests.out())
        .isEqualTo(
            """
            passed  ACME1: a year will do
            passed  ACME1: a week is too short
            passed  ACME1: days that are given from outside are not known
            3 tests, 0 failed
            """);
    assertThat(tests.code()).isZero();
    assertThat(check(documented(), "check").out())
        .contains("error[ACME1]: prod keeps its log for 30 days", "main.tf:11:1")
        .contains("= help:   set the retention to 365 days or more");
  }

  @Test
  void aTestThatFailsSaysWhatTheRuleSays() throws IOException {
    Cli.Run tests =
        check(documented().replace("retentionDays: 7", "retentionDays: 700"), "test-rules");

    assertThat(tests.code()).isEqualTo(1);
    assertThat(tests.out())
        .contains("failed  ACME1: a week is too short\n")
        .contains("wants fail, the rule returned pass\n")
        .endsWith("3 tests, 1 failed\n");
  }

  @Test
  void resourcesOfAnyTypeAreJudgedAndWaivedLikeAllOthers() throws IOException {
    String policy =
        """
        version: 1
        custom-rules:
          - id: ACME2
            name: function-that-takes-long
            title: Functions end within half a minute
            for: resource("aws_lambda_function")
            require: resource.attributes.timeout <= 30
            message: "{resource.id} may take {resource.attributes.timeout} s"
        """;
    String waiver =
        """
        waivers:
          - {rule: ACME2, resource: aws_lambda_function.slow, reason: a report at night}
        """;

    String found = check(policy, "check").out();

    assertThat(found)
        .contains("warning[ACME2]: aws_lambda_function.slow may take 900 s")
        .contains("unknown[ACME2]: cannot tell 'Functions end within half a minute': ")
        .contains("resource.attributes.timeout: var.days has no value here")
        .doesNotContain("aws_lambda_function.fast may");
    assertThat(check(policy + waiver, "check").out())
        .contains("suppressed[ACME2]")
        .doesNotContain("warning[ACME2]");
    String stricter = "rules: {function-that-takes-long: error}\n";
    assertThat(check(policy + stricter, "check").out()).contains("error[ACME2]: aws_lambda");
    String off = "environments:\n  - {match: [\"**\"], rules: {ACME2: off}}\n";
    assertThat(check(policy + off, "check").out()).doesNotContain("ACME2");
    assertThat(check(policy, "check", "--format", "sarif").out()).contains("\"id\":\"ACME2\"");
  }

  @Test
  void mistakesInRulesAreNamedWithTheirPlace() throws IOException {
    String policy =
        """
        version: 1
        custom-rules:
          - id: ACME3
            name: bad
            title: Bad
            for: stages
            require: "true"
            message: no
          - id: ACME4
            name: worse
            title: Worse
            for: stage
            require: stage.logGroup.retentionDay > 3
            message: no
            tests:
              - {name: one, subject: {nam: x}, verdict: pass}
        waivers:
          - {rule: ACME9, resource: "*", reason: none}
        """;

    Cli.Run run = check(policy, "check");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("iac-guard.yaml:6:10: one of stage, log-group, role, stack, ")
        .contains("iac-guard.yaml:13:28: there is no field 'retentionDay'; did you mean ")
        .contains("iac-guard.yaml:16:")
        .contains("a Stage has no field 'nam'; did you mean 'name'?")
        .contains("iac-guard.yaml:18:12: unknown rule 'ACME9'");
  }
}

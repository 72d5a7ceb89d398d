package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a policy file is found and what it changes. */
class PolicyFilesTest {
  private static final String GROUP =
      """
      resource "aws_cloudwatch_log_group" "g" {
        name              = "g"
        retention_in_days = 30
        tags              = { Owner = "a", CostCenter = "b" }
      }
      resource "aws_apigatewayv2_api" "a" {
        name          = "a"
        protocol_type = "HTTP"
      }
      resource "aws_apigatewayv2_stage" "s" {
        api_id = aws_apigatewayv2_api.a.id
        name   = "prod"
        tags   = { Owner = "a", CostCenter = "b" }
        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.g.arn
          format          = jsonencode({
            id = "$context.requestId", ip = "$context.identity.sourceIp",
            status = "$context.status", latency = "$context.responseLatency"
          })
        }
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void makeProject() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    write("infra/main.tf", GROUP);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Cli.Run run(String arguments) {
    return Cli.in(folder).run(arguments.split(" "));
  }

  @Test
  void theNearestPolicyHolds() throws IOException {
    assertThat(run("check infra").code()).isZero();
    write("iac-guard.yaml", "log-group: {retention-days: {min: 365}}");
    assertThat(run("check infra").out()).contains("error[IG202]");
    assertThat(run("check infra/main.tf").code()).isEqualTo(1);
    write("infra/iac-guard.yml", "log-group: {retention-days: {min: 30}}");
    assertThat(run("check infra").code()).isZero();
    assertThat(run("check infra --config iac-guard.yaml").code()).isEqualTo(1);
  }

  @Test
  void aRuleWeighsWhatThePolicySays() throws IOException {
    write("iac-guard.yaml", "{log-group: {retention-days: {min: 365}}, rules: {IG202: warning}}");
    Cli.Run run = run("check infra");
    assertThat(run.out()).contains("warning[IG202]");
    assertThat(run.code()).isZero();
  }

  @Test
  void aPolicyThatLooksAsIfItHeldIsNamed() throws IOException {
    write("infra/iac-guard.yaml", "log-group: {retention-days: {min: 365}}");
    assertThat(run("check .").err())
        .startsWith("iac-guard: infra/iac-guard.yaml is not used: one policy applies ")
        .hasLineCount(1);
    assertThat(run("check . --quiet").err()).isEmpty();
    assertThat(run("check infra").err()).isEmpty();
    assertThat(run("check . --config infra/iac-guard.yaml").err()).isEmpty();
    write("infra/dev/iac-guard.yml", "version: 1");
    write("iac-guard.yaml", "extends: infra/iac-guard.yaml");
    assertThat(run("check .").err()).startsWith("iac-guard: infra/dev/iac-guard.yml is not used: ");
    write("infra/dev/iac-guard.yaml", "version: 1");
    assertThat(run("stages .").err())
        .startsWith("iac-guard: infra/dev/iac-guard.yaml and 1 more are not used: ");
  }

  @Test
  void aPolicyOfAnotherNameIsNoPolicy() throws IOException {
    write(".iac-guard.yml", "log-group: {retention-days: {min: 365}}");
    assertThat(run("check .").err())
        .isEqualTo("iac-guard: .iac-guard.yml is not used: a policy is called iac-guard.yaml\n");
    write("iac-guard.yaml", "extends: .iac-guard.yml");
    assertThat(run("check .").err()).isEmpty();
  }

  @Test
  void aStageMayHaveItsOwnPolicy() throws IOException {
    write(
        "iac-guard.yaml",
        "environments: [{stages: [prod], log-group: {retention-days: {min: 365}}}]");
    assertThat(run("check infra").out()).contains("error[IG202]");
    write(
        "iac-guard.yaml",
        "environments: [{stages: [dev], log-group: {retention-days: {min: 365}}}]");
    assertThat(run("check infra").code()).isZero();
  }

  /** Also to rules that are answered once for a stack, or that look at all stacks. */
  @Test
  void anEnvironmentReachesEveryRule() throws IOException {
    write("iac-guard.yaml", "environments: [{stages: [dev], rules: {IG403: off}}]");
    assertThat(run("check infra").out()).contains("note[IG403]");
    write("iac-guard.yaml", "environments: [{stages: [prod], rules: {IG403: off}}]");
    assertThat(run("check infra").out()).doesNotContain("IG403");
    write("iac-guard.yaml", "environments: [{stages: [prod], alarms: {on: both}}]");
    assertThat(run("check infra").out()).contains("note[IG403]");
    String formats = "formats: {short: {http: {id: $context.requestId}}}\n";
    String environment = "environments: [{match: [%s], access-log: {format: short}}]\n";
    write("iac-guard.yaml", formats + environment.formatted("infra"));
    assertThat(run("check infra").out())
        .contains("warning[IG401]: access log format of aws_apigatewayv2_stage.s differs");
    write("iac-guard.yaml", formats + environment.formatted("other"));
    assertThat(run("check infra").out()).doesNotContain("IG401");
  }

  @Test
  void rulesOnTheInputWeighWhatThePolicySays() throws IOException {
    write("infra/gone.tf", "module \"gone\" {\n  source = \"git::https://example.com/x\"\n}\n");
    assertThat(run("check infra").out()).contains("warning[IG002]");
    assertThat(run("check infra").code()).isZero();
    write("iac-guard.yaml", "rules: {module-not-available: error}");
    assertThat(run("check infra").out()).contains("error[IG002]");
    assertThat(run("check infra").code()).isEqualTo(1);
    assertThat(run("rules infra").out()).containsPattern("IG002 +error .*, otherwise warning");
    write("iac-guard.yaml", "rules: {IG002: off}");
    assertThat(run("check infra --format json").out()).contains("\"problems\":[]");
    assertThat(run("check infra --fail-on warning").code()).isZero();
  }

  @Test
  void environmentsThatContradictEachOtherWhereTheyMeetAreNamed() throws IOException {
    write(
        "iac-guard.yaml",
        """
        environments:
          - {match: [infra], log-group: {retention-days: {max: 60}}}
          - {stages: [prod], log-group: {retention-days: {min: 365}}}
        """);
    Cli.Run run = run("check infra");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("error[IG001]: min is 365 days and max 60, so no value is allowed where these")
        .contains("environments meet: iac-guard.yaml:2, iac-guard.yaml:3\n")
        .contains("iac-guard.yaml:3:");
    write("other/main.tf", GROUP.replace("\"prod\"", "\"test\""));
    assertThat(run("check other").out()).doesNotContain("IG001");
  }

  @Test
  void aBrokenPolicyStopsTheRun() throws IOException {
    write("iac-guard.yaml", "log-group: {retension-days: {min: 365}}\nrules: {IG202: of}");
    Cli.Run run = run("check infra");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "iac-guard.yaml:1:13: unknown key 'retension-days' in log-group;"
                + " did you mean 'retention-days'?",
            "iac-guard.yaml:2:16: rules.IG202: one of off, note, warning, error is expected");
  }

  @Test
  void differentOrDoublePoliciesAreRefused() throws IOException {
    write("other/main.tf", GROUP);
    write("infra/iac-guard.yaml", "version: 1");
    assertThat(run("check infra other").err())
        .contains("different policies", "infra has infra/iac-guard.yaml", "other has none");
    write("infra/iac-guard.yml", "version: 1");
    assertThat(run("check infra").err()).contains("there are two policies");
  }

  @Test
  void configShowsWhatHoldsAndWhereItComesFrom() throws IOException {
    write(
        "iac-guard.yaml",
        """
        extends: pci-dss
        environments:
          - match: [infra]
            stages: [test]
            log-group: {retention-days: {min: 1}}
        """);
    assertThat(run("config infra").out())
        .containsPattern("log-group.retention-days.min: 365 +# preset pci-dss:\\d+")
        .containsPattern("tags.keys: similar +# preset default:\\d+");
    assertThat(run("config infra --stage test").out())
        .containsPattern("log-group.retention-days.min: 1 +# iac-guard.yaml:5");
    assertThat(run("config infra --format json").out())
        .contains("{\"key\":\"log-group.retention-days.min\",\"value\":365,");
  }

  @Test
  void schemasAreThoseOfTheRepository() throws IOException {
    Path root = Path.of(System.getProperty("iacguard.root"), "schemas");
    assertThat(run("schema config").out())
        .isEqualTo(Files.readString(root.resolve("policy-1.json")));
    assertThat(run("schema polcy").err()).contains("there is no schema 'polcy'");
  }
}

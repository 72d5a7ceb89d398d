package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  private static final String STAGE =
      """
      resource "aws_cloudwatch_log_group" "NAME" {
        name              = "/api/NAME"
        retention_in_days = DAYS
        tags              = { Team = "a", "a \\"b\\": c" = "d", NAME = "x" }
      }
      resource "aws_apigatewayv2_stage" "NAME" {
        api_id = aws_apigatewayv2_api.api.id
        name   = "NAME"
        tags   = { Team = "a" }
        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.NAME.arn
          format          = jsonencode({ id = "$context.requestId", NAME = "$context.status" })
        }
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeCode() throws IOException {
    Files.writeString(
        folder.resolve("main.tf"),
        "resource \"aws_apigatewayv2_api\" \"api\" {\n  name = \"x\"\n  protocol_type = \"HTTP\"\n}\n"
            + STAGE.replace("NAME", "one").replace("DAYS", "30")
            + STAGE.replace("NAME", "two").replace("DAYS", "90"));
  }

  private Cli.Run run(String... arguments) {
    return Cli.in(folder).run(arguments);
  }

  @Test
  void thePolicyIsTheBuiltInOneWithoutWhatTheCodeLacks() throws IOException {
    assertThat(run("check").code()).isEqualTo(1);

    Cli.Run init = run("init");

    assertThat(init.code()).isZero();
    assertThat(init.err())
        .contains("wrote iac-guard.yaml after checking 2 stages", "1 finding remains");
    assertThat(policy())
        .contains("# Looked at: 2 stages (HTTP 2).\n")
        .contains("# yaml-language-server: $schema=")
        .contains(
            """
            access-log:
              # To tighten later: required-fields: [request-id, source-ip, status, latency]
              required-fields: [request-id, status]
            """)
        .contains(
            "  # To tighten later: required-tags: [Owner, CostCenter]\n  required-tags: []\n");
    Cli.Run check = run("check");
    assertThat(check.err()).isEmpty();
    assertThat(check.code()).isZero();
  }

  @Test
  void whatTheCodeHasIsNotRelaxed() throws IOException {
    Path code = folder.resolve("main.tf");
    Files.writeString(
        code,
        Files.readString(code)
            .replace("Team = \"a\"", "owner = \"a\", cost_center = \"b\"")
            .replace(
                "id = \"$context.requestId\"",
                "id = \"$context.requestId $context.identity.sourceIp $context.status"
                    + " $context.responseLatency\""));

    assertThat(run("init").code()).isZero();
    assertThat(policy()).doesNotContain("To tighten later");
    assertThat(run("check").code()).isZero();
  }

  @Test
  void unreadableInputIsNoObstacle() throws IOException {
    Files.createDirectory(folder.resolve("other"));
    Files.writeString(folder.resolve("other/main.tf"), "resource {");

    Cli.Run init = run("init");
    assertThat(init.code()).isZero();
    assertThat(init.err()).contains("and 1 could not be analysed");
  }

  @Test
  void aFileThatIsThereIsReplacedOnlyOnRequest() throws IOException {
    Files.writeString(folder.resolve("iac-guard.yaml"), "version: 1\n");

    Cli.Run init = run("init");

    assertThat(init.code()).isEqualTo(2);
    assertThat(init.err()).contains("iac-guard.yaml already exists; --force replaces it");
    assertThat(Files.readString(folder.resolve("iac-guard.yaml"))).isEqualTo("version: 1\n");
    assertThat(run("init", "--force").code()).isZero();
    assertThat(Files.readString(folder.resolve("iac-guard.yaml"))).contains("extends: default");
  }

  @Test
  void withoutStagesThePolicyIsStillOne() throws IOException {
    Files.delete(folder.resolve("main.tf"));

    assertThat(run("init").code()).isZero();
    assertThat(run("check").code()).isZero();
    assertThat(Files.readString(folder.resolve("iac-guard.yaml")))
        .contains("# Looked at: 0 stages.\n")
        .doesNotContain("required-fields", "required-tags");
  }

  private String policy() throws IOException {
    return Files.readString(folder.resolve("iac-guard.yaml"));
  }
}

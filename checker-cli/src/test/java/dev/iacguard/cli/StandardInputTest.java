package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.environment.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that comes in on standard input. */
class StandardInputTest {
  private static final String STAGE =
      """
      # The stage of an editor's buffer.
      resource "aws_api_gateway_stage" "buffer" {
        stage_name = var.name
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeNeighbours() throws IOException {
    Files.writeString(
        folder.resolve("main.tf"),
        """
        resource "aws_api_gateway_stage" "on_disk" {
          stage_name = "old"
        }
        variable "name" {}
        """);
    Files.createDirectories(folder.resolve("modules/api"));
    Files.writeString(
        folder.resolve("modules/api/main.tf"),
        """
        variable "name" {}
        resource "aws_api_gateway_stage" "called" {
          stage_name = var.name
        }
        """);
  }

  private Cli.Run stages(String text) {
    return Cli.in(folder)
        .reading(text.getBytes(StandardCharsets.UTF_8))
        .run("stages", "-", "--format", "csv", "--root", ".");
  }

  @Test
  void terraformIsAModuleByItself() {
    Cli.Run run = stages(STAGE);
    assertThat(run.out())
        .contains("aws_api_gateway_stage.buffer,")
        .contains(",<stdin>,2,")
        .doesNotContain("on_disk");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void itCallsTheModulesOfTheCurrentFolder() {
    Cli.Run run = stages("module \"api\" {\n  source = \"./modules/api\"\n  name = \"v1\"\n}\n");
    assertThat(run.out()).contains("module.api.aws_api_gateway_stage.called,v1,");
  }

  @Test
  void aFindingIsAtItsLine() {
    Cli.Run run =
        Cli.in(folder)
            .reading(STAGE.getBytes(StandardCharsets.UTF_8))
            .run("check", "-", "--root", ".");
    assertThat(run.out()).contains("<stdin>:2:1").contains("stage has no access log");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void aTemplateIsStillATemplate() {
    Cli.Run run =
        stages("Resources:\n  Stage:\n    Type: AWS::ApiGateway::Stage\n    Properties: {}\n");
    assertThat(run.out()).contains("Stage,").contains(",cloudformation,<stdin>,2,");
  }

  @Test
  void whatIsNeitherIsNamed() {
    Cli.Run run = stages("resources: none\n");
    assertThat(run.code()).isEqualTo(ExitCode.UNREAD_INPUT);
  }
}

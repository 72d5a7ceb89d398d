package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cause is listed once, however many stages and roots it is met in. */
class OneCauseTest {
  private static final String STAGES =
      """
      resource "aws_api_gateway_rest_api" "orders" {
        name = "orders"
      }

      resource "aws_api_gateway_stage" "prod" {
        rest_api_id = aws_api_gateway_rest_api.orders.id
        stage_name  = "prod"
        tags        = { Owner = "orders", CostCenter = "1234" }
        access_log_settings {
          destination_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:orders"
          format          = "$context.requestId $context.status"
        }
      }

      resource "aws_api_gateway_stage" "test" {
        rest_api_id = aws_api_gateway_rest_api.orders.id
        stage_name  = "test"
        tags        = { Owner = "orders", CostCenter = "1234" }
        access_log_settings {
          destination_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:orders"
          format          = "$context.requestId $context.status%s"
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void theSameFormatOfTwoStagesInTwoRoots() throws IOException {
    write("modules/api/main.tf", STAGES.formatted(""));
    write("eu/main.tf", "module \"api\" {\n  source = \"../modules/api\"\n}\n");
    write("us/main.tf", "module \"api\" {\n  source = \"../modules/api\"\n}\n");

    String out = Cli.in(folder).run("check").out();

    assertThat(out).containsOnlyOnce("[IG104]").containsOnlyOnce("[IG403]");
    assertThat(out)
        .contains("= also:   3 more: module.api.aws_api_gateway_stage.test (eu/main.tf:1)");
    assertThat(Cli.in(folder).run("check", "--format=markdown").out()).containsOnlyOnce(" IG104 ");
  }

  @Test
  void formatsThatDifferAreTwo() throws IOException {
    write("main.tf", STAGES.formatted(" $context.path"));

    assertThat(Cli.in(folder).run("check").out()).containsPattern("(?s)\\[IG104\\].*\\[IG104\\]");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}

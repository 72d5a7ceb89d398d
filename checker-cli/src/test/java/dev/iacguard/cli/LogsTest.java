package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogsTest {
  private static final String LINE =
      "{\"r\":\"secret-id\",\"s\":\"200\",\"l\":\"12\",\"p\":\"/orders\",\"ip\":\"203.0.113.77\"}\n";
  private static final String CODE =
      """
      resource "aws_apigatewayv2_api" "a" {
        name          = "orders"
        protocol_type = "HTTP"
      }
      resource "aws_apigatewayv2_stage" "prod" {
        api_id = aws_apigatewayv2_api.a.id
        name   = "prod"
        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.a.arn
          format = jsonencode({
            r  = "$context.requestId", s = "$context.status", l = "$context.responseLatency",
            p  = "$context.routeKey", ip = "$context.identity.sourceIp"
          })
        }
      }
      resource "aws_apigatewayv2_stage" "plain" {
        api_id = aws_apigatewayv2_api.a.id
        name   = "plain"
      }
      resource "aws_cloudwatch_log_group" "a" {
        name = "/api/orders"
      }
      """;

  @TempDir Path folder;

  private Cli.Run logs(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "logs";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Cli.in(folder).run(all);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theStageOfTheCodeSaysWhatTheFieldsAre() throws IOException {
    write("main.tf", CODE);
    write("sample", LINE.repeat(3));

    Cli.Run run = logs("sample", "--stage", "prod", "--format", "json");

    assertThat(run.code()).isZero();
    Schemas.LOGS.accepts(run.out());
    assertThat(run.out()).contains("\"route\":\"/orders\"", "\"p50\":12", "\"stage\":\"prod\"");
    assertThat(logs("sample", "--format", "json").out()).contains("\"route\":null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sample --stage nowhere            | the code has no such stage; it has plain, prod
          sample --stage plain              | the code does not say its format
          sample --stage prod --log-format json | cannot be combined with --stage
          sample --code x                   | needs --stage
          sample --log-format xml           | a format with variables
          sample --log-format $context.status$context.path | something between them
          sample --requests-per-month many  | a whole number is expected
          """)
  void wrongUsageIsExplained(String arguments, String message) throws IOException {
    write("main.tf", CODE);
    write("sample", LINE);

    Cli.Run run = logs(arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  /** Logs hold what not everybody may see who reads a report. */
  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "markdown"})
  void nothingOfALineIsPrinted(String format) throws IOException {
    write(
        "sample",
        LINE
            + "{\"ip\":\"203.0.113.77\",\"user\":\"secret-user\",\"path\":\"/secret7/secret-user\"}\n"
            + "secret-line 203.0.113.77\n{\"token\":\"secret-token\n");

    Cli.Run run = logs("sample", "--format", format);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out() + run.err()).doesNotContain("secret", "203.0.113");
    assertThat(run.out()).contains("user");
  }

  @Test
  void filesThatCannotBeReadAreNamedAndTheRestCounts() throws IOException {
    write("sample", LINE);
    Files.createDirectory(folder.resolve("dir"));

    Cli.Run run = logs("sample", "nowhere", "dir", "--format", "json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("\"requests\":1", "\"path\":\"nowhere\"", "\"path\":\"dir\"");
    Schemas.LOGS.accepts(run.out());
  }

  @Test
  void standardInputIsRead() {
    Cli.Run run = Cli.in(folder).reading(LINE.getBytes(StandardCharsets.UTF_8)).run("logs", "-");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 request in 1 file");
  }

  @Test
  void anEmptyFileIsNoError() throws IOException {
    write("sample", "");

    Cli.Run run = logs("sample", "--format", "json");

    assertThat(run.code()).isZero();
    Schemas.LOGS.accepts(run.out());
  }

  /** A line has 26 bytes more than its text: 100,000,000 of 100 bytes are 10 GB, 5 of them free. */
  @Test
  void theCostIsThatOfThePriceList() throws IOException {
    String start = "{\"status\":\"200\",\"x\":\"";
    write("sample", start + "y".repeat(74 - start.length() - 2) + "\"}\n");

    assertThat(logs("sample").out()).contains("$0.05 to ingest a million requests");
    assertThat(logs("sample", "--requests-per-month", "100000000").out())
        .contains("$2.50 to ingest a month of 100000000 requests");
    write(
        "iac-guard.yaml",
        """
        version: 1
        cost:
          requests-per-month: 200000000
        """);
    assertThat(logs("sample").out()).contains("$7.50 to ingest a month of 200000000 requests");
    assertThat(List.of(logs("sample").code())).containsExactly(0);
  }
}

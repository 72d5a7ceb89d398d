package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code fix} writes, as an engineer would. */
class FixStyleTest {
  private static final String REST =
      """
      variable "api" { default = "a" }
      locals { api = "a" }
      module "api" { source = "./api" }
      data "aws_api_gateway_rest_api" "web" { name = "web" }
      resource "aws_api_gateway_rest_api" "web" { name = "web" }
      resource "aws_api_gateway_deployment" "web" { rest_api_id = aws_api_gateway_rest_api.web.id }
      resource "aws_api_gateway_stage" "web" {
        rest_api_id   = aws_api_gateway_rest_api.web.id
        deployment_id = aws_api_gateway_deployment.web.id
        stage_name    = "prod"

        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.web.arn
          format          = "$context.requestId"
        }
      }
      resource "aws_cloudwatch_log_group" "web" { name = "web" }
      """;

  private static final String FORMATTED =
      """
      Resources:
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: web, ProtocolType: HTTP}
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: !Ref Api
            StageName: live
            AccessLogSettings:
              DestinationArn: !GetAtt Logs.Arn
              Format: FORMAT
        Logs:
          Type: AWS::Logs::LogGroup
      """;

  @TempDir Path folder;

  private Cli.Run fix(String... more) {
    String[] all = new String[more.length + 4];
    System.arraycopy(new String[] {"fix", ".", "--root", "."}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return Cli.in(folder).run(all);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void writeRest(String api) throws IOException {
    write("api/main.tf", "resource \"aws_api_gateway_rest_api\" \"api\" { name = \"api\" }\n");
    write("api/outputs.tf", "output \"id\" { value = aws_api_gateway_rest_api.api.id }\n");
    write("main.tf", REST.replace("id   = aws_api_gateway_rest_api.web.id", "id   = " + api));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "module.api.id",
        "var.api",
        "local.api",
        "aws_api_gateway_deployment.web.rest_api_id"
      })
  void anAlarmNeedsTheResourceOfTheApi(String api) throws IOException {
    writeRest(api);

    Cli.Run run = fix("--rule", "IG403");

    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("needs the name of the aws_api_gateway_rest_api, which rest_api_id does not");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws_api_gateway_rest_api.web.id",
        "\"${aws_api_gateway_rest_api.web.id}\"",
        "data.aws_api_gateway_rest_api.web.id",
      })
  void anAlarmNamesTheResourceOfTheApi(String api) throws IOException {
    writeRest(api);

    String name = api.replaceAll("[\"${}]", "").replace(".id", ".name");
    assertThat(fix("--rule", "IG403").out()).contains("+    ApiName = " + name + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "'{\"id\":\"$context.requestId\",\"ip\":\"$context.identity.sourceIp\"}'; ,\"status\":\"",
        "'{ \"id\": \"$context.requestId\", \"ip\": \"$context.identity.sourceIp\" }'; , \"status\": \"",
        "'{\"id\": \"$context.requestId\"}'; , \"ip\": \"",
      })
  void newFieldsAreSpacedLikeTheOthers(String format, String added) throws IOException {
    write("api.yaml", FORMATTED.replace("FORMAT", format));

    assertThat(fix("--rule", "IG104").out()).contains(added);
  }

  @Test
  void newFieldsHaveALineOfTheirOwnWhereTheOthersHave() throws IOException {
    String lines =
        """
        >-
                  {"id": "$context.requestId",
                   "ip": "$context.identity.sourceIp"}""";
    write("api.yaml", FORMATTED.replace("FORMAT", lines));

    assertThat(fix("--rule", "IG104").out())
        .contains(
            """
            +           "ip": "$context.identity.sourceIp",
            +           "status": "$context.status",
            +           "latency": "$context.responseLatency"}
            """);
  }
}

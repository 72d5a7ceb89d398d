package dev.iacguard.rules.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alarms on a query: what it adds up decides whether the errors of the stage are among it. */
class AlarmQueriesTest {
  private static final String CODE =
      """
      variable "open" {
        type = string
      }
      resource "aws_api_gateway_rest_api" "shop" {
        name = "shop"
      }
      resource "aws_api_gateway_stage" "prod" {
        rest_api_id   = aws_api_gateway_rest_api.shop.id
        stage_name    = "prod"
        access_log_settings {
          destination_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/shop"
          format          = "$context.requestId"
        }
      }
      resource "aws_cloudwatch_metric_alarm" "errors" {
        metric_query {
          id          = "q"
          return_data = true
          expression  = "QUERY"
        }
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          pass    | SELECT SUM("5XXError") FROM SCHEMA("AWS/ApiGateway", ApiName)
          pass    | SELECT SUM("5XXError") FROM "AWS/ApiGateway" GROUP BY ApiName, Stage
          pass    | select sum("5XXError") from schema("AWS/ApiGateway", ApiName) where ApiName = 'shop'
          pass    | SELECT SUM("5XXError") FROM SCHEMA("AWS/ApiGateway", ApiName, Stage) WHERE Stage = 'prod'
          pass    | SELECT SUM("5XXError") FROM "AWS/ApiGateway" WHERE ApiName = '${aws_api_gateway_rest_api.shop.name}'
          pass    | SELECT SUM("5XXError") FROM "AWS/ApiGateway" WHERE Stage = 'prod' AND ApiName = 'shop' GROUP BY Stage
          fail    | SELECT SUM("5XXError") FROM "AWS/ApiGateway" WHERE ApiName = 'stock'
          fail    | SELECT SUM("5XXError") FROM "AWS/ApiGateway" WHERE ApiName = 'shop' AND Stage = 'test'
          fail    | SELECT SUM("5XXError") FROM "AWS/ApiGateway" WHERE ApiName = 'stock-${var.open}'
          fail    | SELECT AVG(Latency) FROM SCHEMA("AWS/ApiGateway", ApiName)
          fail    | SELECT SUM("5XXError") FROM SCHEMA("AWS/Other", ApiName)
          fail    | SELECT SUM(Errors) FROM Shop
          unknown | SELECT SUM("5XXError") FROM "AWS/ApiGateway" WHERE ApiName = '${var.open}'
          unknown | SELECT SUM("5XXError") FROM "AWS/ApiGateway" WHERE ApiName != 'stock'
          unknown | SELECT SUM("5XXError") FROM "AWS/ApiGateway" WHERE tag.team = 'shop'
          unknown | SELECT SUM("5XXError") FROM "AWS/ApiGateway" LIMIT 3
          unknown | SELECT SUM("5XXError") FROM "AWS/ApiGateway" ORDER BY SUM() DESC LIMIT 3
          unknown | SELECT SUM("5XXError") FROM "${var.open}"
          unknown | SELECT SUM("${var.open}") FROM SCHEMA("AWS/ApiGateway", ApiName)
          unknown | SELECT SUM("5XXError" FROM
          unknown | SUM(SEARCH('{AWS/ApiGateway,ApiName} MetricName="5XXError"', 'Sum', 60))
          unknown | SUM(SEARCH('{AWS/ApiGateway,ApiName} shop', 'Sum', 60))
          unknown | SUM(SEARCH('MetricName="5XXError" shop', 'Sum', 60))
          fail    | SUM(SEARCH('{AWS/ApiGateway,ApiName} MetricName="Latency"', 'Sum', 60))
          fail    | SUM(SEARCH('{AWS/Lambda,FunctionName} MetricName="Errors"', 'Sum', 60))
          unknown | ${var.open}
          fail    | m1 / m2
          fail    | ANOMALY_DETECTION_BAND(m1, 2)
          """)
  void coverTheStageAsFarAsTheySay(String verdict, String query) throws IOException {
    String code = CODE.replace("QUERY", query.replace("\"", "\\\""));
    assertThat(Report.of(folder, Map.of("main.tf", code)).lines())
        .filteredOn(line -> line.contains(" IG403 "))
        .singleElement()
        .asString()
        .endsWith(" IG403 " + verdict);
  }
}

package dev.iacguard.rules.view;

import dev.iacguard.rules.view.StageType.Api;
import dev.iacguard.rules.view.StageType.Log;
import dev.iacguard.rules.view.StageType.Overrides;
import dev.iacguard.rules.view.value.TagProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names the resource types and attributes of the aws and awscc providers and of CloudFormation. */
final class Vocabulary {
  private Vocabulary() {}

  private static final Api REST = new Api.Rest();

  /** Every type that can make a stage, in the order stages are looked for. */
  static final List<StageType> STAGES =
      List.of(
          StageType.declared(
              "aws_api_gateway_stage",
              "stage_name",
              REST,
              terraformLog("access_log_settings"),
              TagProperty.AWS_PROVIDER),
          StageType.declared(
              "aws_apigatewayv2_stage",
              "name",
              new Api.Referred("api_id"),
              terraformLog("access_log_settings"),
              TagProperty.AWS_PROVIDER),
          StageType.deployment("aws_api_gateway_deployment", "stage_name", null, TagProperty.NONE),
          StageType.quickCreate("aws_apigatewayv2_api", "target", "protocol_type", null),
          StageType.declared(
              "awscc_apigateway_stage",
              "stage_name",
              REST,
              terraformLog("access_log_setting"),
              TagProperty.awscc("tags")),
          StageType.declared(
              "awscc_apigatewayv2_stage",
              "stage_name",
              new Api.Referred("api_id"),
              terraformLog("access_log_settings"),
              TagProperty.json("tags")),
          StageType.deployment(
              "awscc_apigateway_deployment",
              "stage_name",
              terraformLog("stage_description", "access_log_setting"),
              TagProperty.awscc("stage_description", "tags")),
          StageType.quickCreate(
              "awscc_apigatewayv2_api",
              "target",
              "protocol_type",
              new Log(
                  List.of("stage", "access_log_settings"),
                  "destination_arn",
                  "format",
                  new Overrides("awscc_apigatewayv2_api_gateway_managed_overrides", "api_id"))),
          StageType.declared(
              "AWS::ApiGateway::Stage",
              "StageName",
              REST,
              templateLog("AccessLogSetting"),
              TagProperty.cloudFormation("Tags")),
          StageType.declared(
              "AWS::ApiGatewayV2::Stage",
              "StageName",
              new Api.Referred("ApiId"),
              templateLog("AccessLogSettings"),
              TagProperty.map("Tags")),
          StageType.deployment(
              "AWS::ApiGateway::Deployment",
              "StageName",
              templateLog("StageDescription", "AccessLogSetting"),
              TagProperty.cloudFormation("StageDescription", "Tags")),
          StageType.quickCreate(
              "AWS::ApiGatewayV2::Api",
              "Target",
              "ProtocolType",
              new Log(
                  List.of("Stage", "AccessLogSettings"),
                  "DestinationArn",
                  "Format",
                  new Overrides("AWS::ApiGatewayV2::ApiGatewayManagedOverrides", "ApiId"))));

  /** The attribute of a version 2 API that says what kind it is. */
  private static final Map<String, String> PROTOCOLS =
      Map.of(
          "aws_apigatewayv2_api", "protocol_type",
          "awscc_apigatewayv2_api", "protocol_type",
          "AWS::ApiGatewayV2::Api", "ProtocolType");

  static final Set<String> VERSION_2_APIS = PROTOCOLS.keySet();

  static final List<String> REST_APIS =
      List.of("aws_api_gateway_rest_api", "awscc_apigateway_rest_api", "AWS::ApiGateway::RestApi");

  /** The types of APIs of both versions. */
  static final List<String> APIS =
      Stream.concat(REST_APIS.stream(), VERSION_2_APIS.stream()).sorted().toList();

  private static Log terraformLog(String... path) {
    return new Log(List.of(path), "destination_arn", "format", null);
  }

  private static Log templateLog(String... path) {
    return new Log(List.of(path), "DestinationArn", "Format", null);
  }

  /** Null for any other type than a version 2 API. */
  static @Nullable String protocolOf(String type) {
    return PROTOCOLS.get(type);
  }

  /** The type of a stage that is written as one; null for any other type. */
  static @Nullable StageType declaredStage(String type) {
    for (StageType stage : STAGES) {
      if (stage.type().equals(type) && stage.marker().isEmpty()) {
        return stage;
      }
    }
    return null;
  }
}

package dev.iacguard.cli.deployed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The code of a stage, and what it logs to. */
record StageCode(SameStage stage) {

  /** Terraform code. */
  String terraform() {
    String target =
        stage.stream().isEmpty()
            ? "aws_cloudwatch_log_group"
            : "aws_kinesis_firehose_delivery_stream";
    String api = stage.isRest() ? "aws_api_gateway_rest_api" : "aws_apigatewayv2_api";
    List<String> blocks = new ArrayList<>();
    blocks.add(
        stage.stream().isEmpty()
            ? block(
                target,
                "name = " + SameStage.json(stage.group()),
                "retention_in_days = " + SameStage.DAYS,
                "tags = " + SameStage.json(stage.tags()))
            : block(
                target,
                "name = " + SameStage.json(stage.stream()),
                "destination = \"extended_s3\"",
                "tags = " + SameStage.json(stage.tags())));
    blocks.add(
        stage.isRest()
            ? block(api, "name = " + SameStage.json(stage.name()))
            : block(
                api,
                "name = " + SameStage.json(stage.name()),
                "protocol_type = " + SameStage.json(stage.api())));
    String reference = api + "." + stage.name() + ".id";
    String log =
        "access_log_settings {\n destination_arn = %s.%s.arn\n format = %s\n}"
            .formatted(target, stage.name(), SameStage.json(SameStage.FORMAT));
    blocks.add(
        stage.isRest()
            ? block(
                "aws_api_gateway_stage",
                "rest_api_id = " + reference,
                "deployment_id = \"d1\"",
                "stage_name = " + SameStage.json(stage.name()),
                "tags = " + SameStage.json(SameStage.TAGS),
                log)
            : block(
                "aws_apigatewayv2_stage",
                "api_id = " + reference,
                "name = " + SameStage.json(stage.name()),
                "tags = " + SameStage.json(SameStage.TAGS),
                log));
    if (!stage.authorizer().isEmpty()) {
      blocks.add(
          stage.isRest()
              ? block(
                  "aws_api_gateway_authorizer",
                  "rest_api_id = " + reference,
                  "name = \"a\"",
                  "type = " + SameStage.json(stage.authorizer()))
              : block(
                  "aws_apigatewayv2_authorizer",
                  "api_id = " + reference,
                  "name = \"a\"",
                  "authorizer_type = " + SameStage.json(stage.authorizer())));
    }
    return String.join("", blocks);
  }

  private String block(String type, String... lines) {
    return "resource \"%s\" \"%s\" {\n%s\n}\n"
        .formatted(type, stage.name(), String.join("\n", lines));
  }

  /** Resources of a template, by logical id. */
  Map<String, Object> template() {
    Map<String, Object> resources = new LinkedHashMap<>();
    List<Map<String, String>> pairs = SameStage.pairs(stage.tags());
    resources.put(
        stage.name() + "Logs",
        stage.stream().isEmpty()
            ? resource(
                "AWS::Logs::LogGroup",
                Map.of(
                    "LogGroupName",
                    stage.group(),
                    "RetentionInDays",
                    SameStage.DAYS,
                    "Tags",
                    pairs))
            : resource(
                "AWS::KinesisFirehose::DeliveryStream",
                Map.of("DeliveryStreamName", stage.stream(), "Tags", pairs)));
    Map<String, String> api = Map.of("Ref", stage.name() + "Api");
    Map<String, Object> log =
        Map.of(
            "DestinationArn",
            Map.of("Fn::GetAtt", List.of(stage.name() + "Logs", "Arn")),
            "Format",
            SameStage.FORMAT);
    if (stage.isRest()) {
      resources.put(
          stage.name() + "Api", resource("AWS::ApiGateway::RestApi", Map.of("Name", stage.name())));
      resources.put(
          stage.name(),
          resource(
              "AWS::ApiGateway::Stage",
              Map.of(
                  "RestApiId",
                  api,
                  "DeploymentId",
                  "d1",
                  "StageName",
                  stage.name(),
                  "Tags",
                  SameStage.pairs(SameStage.TAGS),
                  "AccessLogSetting",
                  log)));
    } else {
      resources.put(
          stage.name() + "Api",
          resource(
              "AWS::ApiGatewayV2::Api", Map.of("Name", stage.name(), "ProtocolType", stage.api())));
      resources.put(
          stage.name(),
          resource(
              "AWS::ApiGatewayV2::Stage",
              Map.of(
                  "ApiId",
                  api,
                  "StageName",
                  stage.name(),
                  "Tags",
                  SameStage.TAGS,
                  "AccessLogSettings",
                  log)));
    }
    if (!stage.authorizer().isEmpty()) {
      resources.put(
          stage.name() + "Authorizer",
          stage.isRest()
              ? resource(
                  "AWS::ApiGateway::Authorizer",
                  Map.of("RestApiId", api, "Name", "a", "Type", stage.authorizer()))
              : resource(
                  "AWS::ApiGatewayV2::Authorizer",
                  Map.of("ApiId", api, "Name", "a", "AuthorizerType", stage.authorizer())));
    }
    return resources;
  }

  private static Map<String, Object> resource(String type, Map<String, Object> properties) {
    return Map.of("Type", type, "Properties", properties);
  }
}

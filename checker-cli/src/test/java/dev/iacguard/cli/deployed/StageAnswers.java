package dev.iacguard.cli.deployed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Terraform keeps of a stage, and what the script saves of it. */
record StageAnswers(SameStage stage) {

  /** Resources of a Terraform state. */
  List<Map<String, Object>> state() {
    List<Map<String, Object>> resources = new ArrayList<>();
    resources.add(
        stage.stream().isEmpty()
            ? kept(
                "aws_cloudwatch_log_group",
                Map.of(
                    "name",
                    stage.group(),
                    "arn",
                    stage.arn(),
                    "retention_in_days",
                    SameStage.DAYS,
                    "tags",
                    stage.tags(),
                    "tags_all",
                    stage.tags()))
            : kept(
                "aws_kinesis_firehose_delivery_stream",
                Map.of(
                    "name",
                    stage.stream(),
                    "arn",
                    stage.arn(),
                    "tags",
                    stage.tags(),
                    "tags_all",
                    stage.tags())));
    List<Map<String, String>> log =
        List.of(Map.of("destination_arn", stage.arn(), "format", SameStage.FORMAT));
    if (stage.isRest()) {
      resources.add(
          kept("aws_api_gateway_rest_api", Map.of("id", stage.id(), "name", stage.name())));
      resources.add(
          kept(
              "aws_api_gateway_stage",
              Map.of(
                  "rest_api_id",
                  stage.id(),
                  "deployment_id",
                  "d1",
                  "stage_name",
                  stage.name(),
                  "tags",
                  SameStage.TAGS,
                  "tags_all",
                  SameStage.TAGS,
                  "access_log_settings",
                  log)));
    } else {
      resources.add(
          kept(
              "aws_apigatewayv2_api",
              Map.of("id", stage.id(), "name", stage.name(), "protocol_type", stage.api())));
      resources.add(
          kept(
              "aws_apigatewayv2_stage",
              Map.of(
                  "api_id",
                  stage.id(),
                  "name",
                  stage.name(),
                  "tags",
                  SameStage.TAGS,
                  "tags_all",
                  SameStage.TAGS,
                  "access_log_settings",
                  log)));
    }
    if (!stage.authorizer().isEmpty()) {
      resources.add(
          stage.isRest()
              ? kept(
                  "aws_api_gateway_authorizer",
                  Map.of("rest_api_id", stage.id(), "type", stage.authorizer()))
              : kept(
                  "aws_apigatewayv2_authorizer",
                  Map.of("api_id", stage.id(), "authorizer_type", stage.authorizer())));
    }
    return resources;
  }

  private Map<String, Object> kept(String type, Map<String, Object> attributes) {
    return Map.of(
        "mode",
        "managed",
        "type",
        type,
        "name",
        stage.name(),
        "provider",
        "provider[\"registry.terraform.io/hashicorp/aws\"]",
        "instances",
        List.of(Map.of("schema_version", 0, "attributes", attributes)));
  }

  /** What the script saves of it, without the lists that hold all stages. */
  String answers() {
    Map<String, Object> log = Map.of("destinationArn", stage.arn(), "format", SameStage.FORMAT);
    Map<String, Object> upper = Map.of("DestinationArn", stage.arn(), "Format", SameStage.FORMAT);
    List<Map<String, String>> none = List.of();
    String answers =
        stage.isRest()
            ? saved(
                    "apigateway get-stages",
                    Map.of("restApiId", stage.id()),
                    Map.of(
                        "item",
                        List.of(
                            Map.of(
                                "deploymentId",
                                "d1",
                                "stageName",
                                stage.name(),
                                "tags",
                                SameStage.TAGS,
                                "accessLogSettings",
                                log))))
                + saved(
                    "apigateway get-authorizers",
                    Map.of("restApiId", stage.id()),
                    Map.of(
                        "items",
                        stage.authorizer().isEmpty()
                            ? none
                            : List.of(Map.of("id", "z", "name", "a", "type", stage.authorizer()))))
            : saved(
                    "apigatewayv2 get-stages",
                    Map.of("apiId", stage.id()),
                    Map.of(
                        "Items",
                        List.of(
                            Map.of(
                                "StageName",
                                stage.name(),
                                "Tags",
                                SameStage.TAGS,
                                "AccessLogSettings",
                                upper,
                                "RouteSettings",
                                Map.of()))))
                + saved(
                    "apigatewayv2 get-authorizers",
                    Map.of("apiId", stage.id()),
                    Map.of(
                        "Items",
                        stage.authorizer().isEmpty()
                            ? none
                            : List.of(
                                Map.of(
                                    "AuthorizerId",
                                    "z",
                                    "Name",
                                    "a",
                                    "AuthorizerType",
                                    stage.authorizer()))));
    return answers
        + (stage.stream().isEmpty()
            ? saved(
                "logs list-tags-for-resource",
                Map.of("resourceArn", stage.arn()),
                Map.of("tags", stage.tags()))
            : saved(
                    "firehose describe-delivery-stream",
                    Map.of("deliveryStreamName", stage.stream()),
                    Map.of(
                        "DeliveryStreamDescription",
                        Map.of(
                            "DeliveryStreamName",
                            stage.stream(),
                            "DeliveryStreamARN",
                            stage.arn())))
                + saved(
                    "firehose list-tags-for-delivery-stream",
                    Map.of("deliveryStreamName", stage.stream()),
                    Map.of("Tags", SameStage.pairs(stage.tags()), "HasMoreTags", false)));
  }

  /** Lists of all of them. */
  static String lists(List<SameStage> all) {
    return saved(
            "apigateway get-rest-apis",
            Map.of(),
            Map.of(
                "items",
                all.stream()
                    .filter(SameStage::isRest)
                    .map(each -> Map.of("id", each.id(), "name", each.name()))
                    .toList()))
        + saved(
            "apigatewayv2 get-apis",
            Map.of(),
            Map.of(
                "Items",
                all.stream()
                    .filter(each -> !each.isRest())
                    .map(
                        each ->
                            Map.of(
                                "ApiId",
                                each.id(),
                                "Name",
                                each.name(),
                                "ProtocolType",
                                each.api()))
                    .toList()))
        + saved(
            "logs describe-log-groups",
            Map.of(),
            Map.of(
                "logGroups",
                all.stream()
                    .filter(each -> each.stream().isEmpty())
                    .map(
                        each ->
                            Map.of(
                                "logGroupName",
                                each.group(),
                                "arn",
                                each.arn() + ":*",
                                "retentionInDays",
                                SameStage.DAYS))
                    .toList()))
        + saved(
            "firehose list-delivery-streams",
            Map.of(),
            Map.of(
                "DeliveryStreamNames",
                all.stream().map(SameStage::stream).filter(each -> !each.isEmpty()).toList(),
                "HasMoreDeliveryStreams",
                false));
  }

  private static String saved(String call, Map<String, String> arguments, Object output) {
    return "{\"iacGuardExport\": 1, \"account\": \"111122223333\", \"region\": \"eu-west-1\", \"call\": \"%s\", \"arguments\": %s, \"output\":\n%s\n}\n"
        .formatted(call, SameStage.json(arguments), SameStage.json(output));
  }
}

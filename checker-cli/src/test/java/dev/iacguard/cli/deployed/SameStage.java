package dev.iacguard.cli.deployed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stage that logs to a Firehose stream or a log group of its own, with an authorizer, in every
 * language that it can be read in.
 *
 * @param name of all its resources; letters and digits
 * @param api REST, HTTP or WEBSOCKET
 * @param stream the name of its stream; empty for a log group
 * @param tags of the stream or log group
 * @param authorizer its type; empty for none
 */
record SameStage(
    String name, String api, String stream, Map<String, String> tags, String authorizer) {
  static final String FORMAT =
      "{\"requestId\":\"$context.requestId\",\"status\":\"$context.status\"}";
  static final Map<String, String> TAGS = Map.of("Owner", "tickets", "CostCenter", "4711");
  private static final int DAYS = 90;

  boolean isRest() {
    return api.equals("REST");
  }

  String group() {
    return "/apis/" + name;
  }

  String arn() {
    return stream.isEmpty()
        ? "arn:aws:logs:eu-west-1:111122223333:log-group:" + group()
        : "arn:aws:firehose:eu-west-1:111122223333:deliverystream/" + stream;
  }

  private String id() {
    return "id" + name;
  }

  static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  /** Terraform code. */
  String terraform() {
    String target =
        stream.isEmpty() ? "aws_cloudwatch_log_group" : "aws_kinesis_firehose_delivery_stream";
    String api = isRest() ? "aws_api_gateway_rest_api" : "aws_apigatewayv2_api";
    List<String> blocks = new ArrayList<>();
    blocks.add(
        stream.isEmpty()
            ? block(
                target,
                "name = " + json(group()),
                "retention_in_days = " + DAYS,
                "tags = " + json(tags))
            : block(
                target,
                "name = " + json(stream),
                "destination = \"extended_s3\"",
                "tags = " + json(tags)));
    blocks.add(
        isRest()
            ? block(api, "name = " + json(name))
            : block(api, "name = " + json(name), "protocol_type = " + json(this.api)));
    String reference = api + "." + name + ".id";
    String log =
        "access_log_settings {\n destination_arn = %s.%s.arn\n format = %s\n}"
            .formatted(target, name, json(FORMAT));
    blocks.add(
        isRest()
            ? block(
                "aws_api_gateway_stage",
                "rest_api_id = " + reference,
                "deployment_id = \"d1\"",
                "stage_name = " + json(name),
                "tags = " + json(TAGS),
                log)
            : block(
                "aws_apigatewayv2_stage",
                "api_id = " + reference,
                "name = " + json(name),
                "tags = " + json(TAGS),
                log));
    if (!authorizer.isEmpty()) {
      blocks.add(
          isRest()
              ? block(
                  "aws_api_gateway_authorizer",
                  "rest_api_id = " + reference,
                  "name = \"a\"",
                  "type = " + json(authorizer))
              : block(
                  "aws_apigatewayv2_authorizer",
                  "api_id = " + reference,
                  "name = \"a\"",
                  "authorizer_type = " + json(authorizer)));
    }
    return String.join("", blocks);
  }

  private String block(String type, String... lines) {
    return "resource \"%s\" \"%s\" {\n%s\n}\n".formatted(type, name, String.join("\n", lines));
  }

  /** Resources of a template, by logical id. */
  Map<String, Object> template() {
    Map<String, Object> resources = new LinkedHashMap<>();
    List<Map<String, String>> pairs = pairs(tags);
    resources.put(
        name + "Logs",
        stream.isEmpty()
            ? resource(
                "AWS::Logs::LogGroup",
                Map.of("LogGroupName", group(), "RetentionInDays", DAYS, "Tags", pairs))
            : resource(
                "AWS::KinesisFirehose::DeliveryStream",
                Map.of("DeliveryStreamName", stream, "Tags", pairs)));
    Map<String, String> api = Map.of("Ref", name + "Api");
    Map<String, Object> log =
        Map.of(
            "DestinationArn",
            Map.of("Fn::GetAtt", List.of(name + "Logs", "Arn")),
            "Format",
            FORMAT);
    if (isRest()) {
      resources.put(name + "Api", resource("AWS::ApiGateway::RestApi", Map.of("Name", name)));
      resources.put(
          name,
          resource(
              "AWS::ApiGateway::Stage",
              Map.of(
                  "RestApiId", api,
                  "DeploymentId", "d1",
                  "StageName", name,
                  "Tags", pairs(TAGS),
                  "AccessLogSetting", log)));
    } else {
      resources.put(
          name + "Api",
          resource("AWS::ApiGatewayV2::Api", Map.of("Name", name, "ProtocolType", this.api)));
      resources.put(
          name,
          resource(
              "AWS::ApiGatewayV2::Stage",
              Map.of("ApiId", api, "StageName", name, "Tags", TAGS, "AccessLogSettings", log)));
    }
    if (!authorizer.isEmpty()) {
      resources.put(
          name + "Authorizer",
          isRest()
              ? resource(
                  "AWS::ApiGateway::Authorizer",
                  Map.of("RestApiId", api, "Name", "a", "Type", authorizer))
              : resource(
                  "AWS::ApiGatewayV2::Authorizer",
                  Map.of("ApiId", api, "Name", "a", "AuthorizerType", authorizer)));
    }
    return resources;
  }

  private static Map<String, Object> resource(String type, Map<String, Object> properties) {
    return Map.of("Type", type, "Properties", properties);
  }

  static List<Map<String, String>> pairs(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
        .toList();
  }

  /** Resources of a Terraform state. */
  List<Map<String, Object>> state() {
    List<Map<String, Object>> resources = new ArrayList<>();
    resources.add(
        stream.isEmpty()
            ? kept(
                "aws_cloudwatch_log_group",
                Map.of(
                    "name",
                    group(),
                    "arn",
                    arn(),
                    "retention_in_days",
                    DAYS,
                    "tags",
                    tags,
                    "tags_all",
                    tags))
            : kept(
                "aws_kinesis_firehose_delivery_stream",
                Map.of("name", stream, "arn", arn(), "tags", tags, "tags_all", tags)));
    List<Map<String, String>> log = List.of(Map.of("destination_arn", arn(), "format", FORMAT));
    if (isRest()) {
      resources.add(kept("aws_api_gateway_rest_api", Map.of("id", id(), "name", name)));
      resources.add(
          kept(
              "aws_api_gateway_stage",
              Map.of(
                  "rest_api_id", id(),
                  "deployment_id", "d1",
                  "stage_name", name,
                  "tags", TAGS,
                  "tags_all", TAGS,
                  "access_log_settings", log)));
    } else {
      resources.add(
          kept("aws_apigatewayv2_api", Map.of("id", id(), "name", name, "protocol_type", api)));
      resources.add(
          kept(
              "aws_apigatewayv2_stage",
              Map.of(
                  "api_id",
                  id(),
                  "name",
                  name,
                  "tags",
                  TAGS,
                  "tags_all",
                  TAGS,
                  "access_log_settings",
                  log)));
    }
    if (!authorizer.isEmpty()) {
      resources.add(
          isRest()
              ? kept("aws_api_gateway_authorizer", Map.of("rest_api_id", id(), "type", authorizer))
              : kept(
                  "aws_apigatewayv2_authorizer",
                  Map.of("api_id", id(), "authorizer_type", authorizer)));
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
        name,
        "provider",
        "provider[\"registry.terraform.io/hashicorp/aws\"]",
        "instances",
        List.of(Map.of("schema_version", 0, "attributes", attributes)));
  }

  /** What the script saves of it, without the lists that hold all stages. */
  String answers() {
    Map<String, Object> log = Map.of("destinationArn", arn(), "format", FORMAT);
    Map<String, Object> upper = Map.of("DestinationArn", arn(), "Format", FORMAT);
    List<Map<String, String>> none = List.of();
    String answers =
        isRest()
            ? saved(
                    "apigateway get-stages",
                    Map.of("restApiId", id()),
                    Map.of(
                        "item",
                        List.of(
                            Map.of(
                                "deploymentId",
                                "d1",
                                "stageName",
                                name,
                                "tags",
                                TAGS,
                                "accessLogSettings",
                                log))))
                + saved(
                    "apigateway get-authorizers",
                    Map.of("restApiId", id()),
                    Map.of(
                        "items",
                        authorizer.isEmpty()
                            ? none
                            : List.of(Map.of("id", "z", "name", "a", "type", authorizer))))
            : saved(
                    "apigatewayv2 get-stages",
                    Map.of("apiId", id()),
                    Map.of(
                        "Items",
                        List.of(
                            Map.of(
                                "StageName",
                                name,
                                "Tags",
                                TAGS,
                                "AccessLogSettings",
                                upper,
                                "RouteSettings",
                                Map.of()))))
                + saved(
                    "apigatewayv2 get-authorizers",
                    Map.of("apiId", id()),
                    Map.of(
                        "Items",
                        authorizer.isEmpty()
                            ? none
                            : List.of(
                                Map.of(
                                    "AuthorizerId",
                                    "z",
                                    "Name",
                                    "a",
                                    "AuthorizerType",
                                    authorizer))));
    return answers
        + (stream.isEmpty()
            ? saved(
                "logs list-tags-for-resource", Map.of("resourceArn", arn()), Map.of("tags", tags))
            : saved(
                    "firehose describe-delivery-stream",
                    Map.of("deliveryStreamName", stream),
                    Map.of(
                        "DeliveryStreamDescription",
                        Map.of("DeliveryStreamName", stream, "DeliveryStreamARN", arn())))
                + saved(
                    "firehose list-tags-for-delivery-stream",
                    Map.of("deliveryStreamName", stream),
                    Map.of("Tags", pairs(tags), "HasMoreTags", false)));
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
                                DAYS))
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
        .formatted(call, json(arguments), json(output));
  }
}

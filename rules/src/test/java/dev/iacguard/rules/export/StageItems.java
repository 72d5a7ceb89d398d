package dev.iacguard.rules.export;

import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.RequiredTag;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.ContextVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Generates configuration items of stages, and policies. */
final class StageItems {
  private static final List<String> GLUE =
      List.of(" ", ",", "\":\"", ".", "..", "-", "_x", "X", "\\n", "\\n\\n", "$", "{", "/", "");

  private static final List<String> ODD =
      List.of(
          "$context.",
          "$context..status",
          "$context.requestIdX",
          "$context.extendedRequestId.",
          "$context.authorizer.e_mail",
          "$context.authorizer.my-Phone_Number",
          "$context.authorizer.claims.sub",
          "$context.authorizer.claims.SUB-",
          "$context.authorizer.claims.email",
          "$context.authorizer.claims.sub.email",
          "$context.authorizer.claims",
          "$context.authorizer.principalId-x",
          "$context.requestOverride.header.password",
          "$context.requestOverride.header.a-b",
          "$input.body",
          "$stageVariables.x",
          "$context.identity.apiKeyId",
          "${context.requestId}",
          "${context.status}",
          "$context",
          "$$context.status",
          "$context.requestid",
          "\\r\\n",
          "\\u00e9\\u6f22",
          "\\t",
          "{\\\"ip\\\": \\\"$context.identity.sourceIp\\\"}",
          "$context.nothing");

  private final Random random;

  StageItems(long seed) {
    random = new Random(seed);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** A format in the escapes of JSON. */
  private String format() {
    List<ContextVariable> variables = ContextVariables.all();
    StringBuilder format = new StringBuilder();
    if (random.nextInt(3) > 0) {
      format.append("$context.requestId ");
    }
    if (random.nextInt(2) == 0) {
      format.append("$context.identity.sourceIp $context.status $context.responseLatency ");
    }
    int parts = random.nextInt(5);
    for (int i = 0; i < parts; i++) {
      if (random.nextInt(3) == 0) {
        format.append(one(ODD));
      } else {
        ContextVariable variable = one(variables);
        format.append(ContextVariable.PREFIX).append(variable.name());
        format.append(variable.open() ? one(List.of("", "name", "email", "x-token")) : "");
      }
      format.append(one(GLUE).replace("\"", "\\\""));
    }
    return format.toString();
  }

  private String settings() {
    return "{\"dataTraceEnabled\": %s, \"loggingLevel\": \"%s\"}"
        .formatted(random.nextInt(4) == 0, one(List.of("OFF", "INFO", "ERROR")));
  }

  /** Settings for some of these methods or routes. */
  private String settings(String... keys) {
    List<String> members = new ArrayList<>();
    for (String key : keys) {
      if (random.nextBoolean()) {
        members.add("\"" + key + "\": " + settings());
      }
    }
    return String.join(", ", members);
  }

  /**
   * An item as AWS Config delivers it.
   *
   * @param id of the API
   */
  String item(String id) {
    boolean rest = random.nextBoolean();
    String apis = rest ? "restapis" : "apis";
    List<String> members = new ArrayList<>(List.of("\"stageName\": \"prod\""));
    if (random.nextInt(8) > 0) {
      members.add(
          one(
              List.of(
                  "\"accessLogSettings\": {\"destinationArn\": \"D\", \"format\": \"F\"}",
                  "\"accessLogSettings\": {\"destinationArn\": \"D\", \"format\": \"F\"}",
                  "\"accessLogSettings\": {\"destinationArn\": \"D\", \"format\": \"F\"}",
                  "\"accessLogSettings\": {\"destinationArn\": \"D\"}",
                  "\"accessLogSettings\": {\"format\": \"F\"}",
                  "\"accessLogSettings\": {}",
                  "\"accessLogSettings\": {\"destinationArn\": \"\", \"format\": \"F\"}",
                  "\"accessLogSettings\": {\"destinationArn\": \"D\", \"format\": \"\"}")));
    }
    if (rest && random.nextInt(3) > 0) {
      members.add("\"methodSettings\": {" + settings("*/*", "~1orders/GET", "a/POST") + "}");
    }
    if (!rest && random.nextInt(3) > 0) {
      members.add("\"defaultRouteSettings\": " + settings());
      members.add("\"routeSettings\": {" + settings("GET /a", "$connect") + "}");
    }
    List<String> tags = new ArrayList<>();
    for (String key : List.of("Owner", "cost-center", "CostCenter", "Team", "Env")) {
      if (random.nextInt(3) > 0) {
        tags.add(
            "\""
                + key
                + "\": \""
                + one(List.of("CC-1234", "payments", "prod", "dev", "x/y"))
                + "\"");
      }
    }
    String destination =
        one(
            List.of(
                "arn:aws:logs:eu-west-1:111122223333:log-group:/apigw/a",
                "arn:aws:logs:eu-west-1:111122223333:log-group:/apigw/a",
                "arn:aws:firehose:eu-west-1:111122223333:deliverystream/amazon-apigateway-a",
                "arn:aws:firehose:eu-west-1:111122223333:deliverystream/logs",
                "arn:aws:s3:::logs"));
    String type = rest ? "AWS::ApiGateway::Stage" : "AWS::ApiGatewayV2::Stage";
    return """
        {"resourceType": "%s", "resourceId": "%s", "awsRegion": "eu-west-1", "awsAccountId": "111122223333",
         "configurationItemStatus": "OK",
         "arn": "arn:aws:apigateway:eu-west-1::/%s/%s/stages/prod",
         "configuration": {%s}, "tags": {%s}}
        """
        .formatted(type, id, apis, id, String.join(", ", members), String.join(", ", tags))
        .replace("\"D\"", "\"" + destination + "\"")
        .replace("\"F\"", "\"" + format() + "\"");
  }

  /** A policy that asks for some fields and tags. */
  Policy policy() {
    Policy usual = Policy.DEFAULT;
    List<Field> fields = new ArrayList<>();
    Fields.ALL.stream().filter(field -> random.nextInt(5) == 0).forEach(fields::add);
    List<RequiredTag> tags = new ArrayList<>();
    for (String key : List.of("Owner", "CostCenter", "Team")) {
      if (random.nextBoolean()) {
        List<String> values = random.nextBoolean() ? List.of("CC-1234", "x/y") : List.of();
        tags.add(new RequiredTag(key, values, null));
      }
    }
    List<String> permitted = new ArrayList<>();
    for (String variable :
        List.of("identity.sourceIp", "authorizer.claims.", "authorizer.claims.email")) {
      if (random.nextBoolean()) {
        permitted.add(ContextVariable.PREFIX + variable);
      }
    }
    return new Policy(
        null,
        new Policy.AccessLog(usual.accessLog().format(), fields, permitted),
        usual.logGroup(),
        new Policy.Stage(tags),
        new Policy.Tags(random.nextBoolean(), usual.tags().stackTags()),
        usual.loggingRole(),
        usual.cost(),
        usual.alarms(),
        Map.of());
  }
}

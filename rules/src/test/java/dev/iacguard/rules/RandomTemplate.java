package dev.iacguard.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A template with log groups and stages in all the forms that a coin may choose, as maps, lists,
 * texts and numbers. What a stage is given from outside itself goes through {@link Outside}, so
 * that the same stages can stand in a template of their own.
 */
final class RandomTemplate {
  private static final List<String> FORMATS =
      List.of(
          "$context.requestId",
          "$context.requestId $context.identity.sourceIp $context.status",
          "{\"id\":\"$context.requestId\",\"ip\":\"$context.identity.sourceIp\","
              + "\"status\":\"$context.status\",\"ms\":\"$context.responseLatency\"}");

  private final Random random;

  RandomTemplate(long seed) {
    this.random = new Random(seed);
  }

  /** How a stage names what is declared beside it. */
  interface Outside {
    Object logGroup(String logicalId);
  }

  /** The parameters, mappings and conditions that everything below needs. */
  static Map<String, Object> head() {
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("AWSTemplateFormatVersion", "2010-09-09");
    template.put(
        "Parameters",
        map(
            "Env", map("Type", "String", "AllowedValues", List.of("dev", "test", "prod")),
            "Days", map("Type", "Number", "Default", 90)));
    template.put("Mappings", map("Keep", map("dev", days(7), "test", days(30), "prod", days(400))));
    template.put(
        "Conditions",
        map(
            "IsProd", call("Fn::Equals", ref("Env"), "prod"),
            "IsDev", call("Fn::Equals", "dev", ref("Env"))));
    return template;
  }

  private static Map<String, Object> days(int days) {
    return map("Days", days);
  }

  Map<String, Object> logGroups(int count) {
    Map<String, Object> groups = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> properties = new LinkedHashMap<>();
      Object retention =
          oneOrNone(
              365,
              "30",
              ref("Days"),
              call("Fn::If", "IsProd", 365, ref("AWS::NoValue")),
              call("Fn::FindInMap", "Keep", ref("Env"), "Days"));
      if (retention != null) {
        properties.put("RetentionInDays", retention);
      }
      if (random.nextBoolean()) {
        properties.put("Tags", List.of(map("Key", "Owner", "Value", "a \"team\": é")));
      }
      groups.put("Logs" + i, resource("AWS::Logs::LogGroup", properties));
    }
    return groups;
  }

  Map<String, Object> stages(int count, int groups, Outside outside) {
    Map<String, Object> stages = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      boolean rest = random.nextBoolean();
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put(rest ? "RestApiId" : "ApiId", "a1b2c3");
      properties.put("StageName", call("Fn::Sub", "stage-" + i + "-${Env}"));
      Object log = accessLog(outside.logGroup("Logs" + random.nextInt(groups)));
      Object setting =
          oneOrNone(
              log,
              log,
              call("Fn::If", "IsProd", log, ref("AWS::NoValue")),
              call("Fn::If", "IsDev", ref("AWS::NoValue"), log));
      if (setting != null) {
        properties.put(rest ? "AccessLogSetting" : "AccessLogSettings", setting);
      }
      Map<String, Object> stage =
          resource(rest ? "AWS::ApiGateway::Stage" : "AWS::ApiGatewayV2::Stage", properties);
      if (random.nextInt(4) == 0) {
        stage.put("Condition", one("IsProd", "IsDev"));
      }
      stages.put("Stage" + i, stage);
    }
    return stages;
  }

  private Map<String, Object> accessLog(Object destination) {
    String format = FORMATS.get(random.nextInt(FORMATS.size()));
    Object written =
        one(
            format,
            call("Fn::Sub", format),
            call("Fn::Join", " ", List.of(format, "$context.path")),
            call("Fn::If", "IsProd", format, FORMATS.get(0)));
    return map("DestinationArn", destination, "Format", written);
  }

  /** Some of the settings that a SAM API and the Globals section may both have. */
  Map<String, Object> samApi() {
    Map<String, Object> api = new LinkedHashMap<>();
    Map<String, Object> log = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      log.put("DestinationArn", call("Fn::GetAtt", "Logs" + random.nextInt(2) + ".Arn"));
    }
    if (random.nextBoolean()) {
      log.put("Format", FORMATS.get(random.nextInt(FORMATS.size())));
    }
    Object setting = one(log, log, log, call("Fn::If", "IsProd", log, ref("AWS::NoValue")));
    if (random.nextInt(4) > 0) {
      api.put("AccessLogSetting", setting);
    }
    if (random.nextBoolean()) {
      api.put("OpenApiVersion", "3.0.1");
    }
    return api;
  }

  private @Nullable Object oneOrNone(Object... choices) {
    int chosen = random.nextInt(choices.length + 1);
    return chosen == choices.length ? null : choices[chosen];
  }

  private Object one(Object... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Keys and values by turns, in this order. */
  static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(String.valueOf(entries[i]), entries[i + 1]);
    }
    return map;
  }

  static Map<String, Object> ref(String name) {
    return map("Ref", name);
  }

  static Map<String, Object> call(String function, Object... arguments) {
    return map(
        function, arguments.length == 1 ? arguments[0] : new ArrayList<>(List.of(arguments)));
  }

  static Map<String, Object> resource(String type, Map<String, Object> properties) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("Type", type);
    resource.put("Properties", properties);
    return resource;
  }
}

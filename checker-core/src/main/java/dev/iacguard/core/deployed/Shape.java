package dev.iacguard.core.deployed;

import dev.iacguard.core.json.JsonValues;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns objects of exports into attributes as CloudFormation names them. */
final class Shape {
  private static final String POLICY = ":policy/";
  private static final String PATH_SLASH = "~1";

  private Shape() {}

  static Value.Unknown unknown(String what) {
    return Value.Unknown.of(Cause.EXPORT, what, JsonValues.NOWHERE);
  }

  static Map<String, Value> api(Item item, String id) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("id", Item.textOf(id));
    item.copy(attributes, "Name", "ProtocolType");
    return attributes;
  }

  /**
   * @param api its id; empty when the export does not say
   */
  static Map<String, Value> restStage(Item item, String api) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("RestApiId", api.isEmpty() ? unknown("the API's id") : Item.textOf(api));
    item.copy(attributes, "StageName");
    Map<String, Value> log = new LinkedHashMap<>();
    item.copy(log, "AccessLogSettings");
    log.forEach((name, settings) -> attributes.put("AccessLogSetting", settings));
    Value methods = item.get("MethodSettings");
    if (methods instanceof Value.Mapping map && !map.entries().isEmpty()) {
      attributes.put("MethodSettings", methodSettings(map));
    }
    Value tags = item.get("Tags");
    if (tags != null) {
      attributes.put("Tags", Item.tagPairs(tags));
    }
    return attributes;
  }

  /** API Gateway keeps them by path and method: {@code ~1orders/GET}. */
  private static Value methodSettings(Value.Mapping map) {
    List<Value> settings = new ArrayList<>();
    map.entries()
        .forEach(
            (key, value) -> {
              Map<String, Value> setting = new LinkedHashMap<>();
              int slash = key.lastIndexOf('/');
              String path = key.substring(0, Math.max(0, slash)).replace(PATH_SLASH, "/");
              setting.put("ResourcePath", Item.textOf(path.startsWith("/") ? path : "/" + path));
              setting.put("HttpMethod", Item.textOf(key.substring(slash + 1)));
              Item.of(value).copy(setting, "LoggingLevel", "DataTraceEnabled");
              settings.add(Item.object(setting));
            });
    return Item.list(settings);
  }

  /**
   * @param api as for a REST stage
   */
  static Map<String, Value> stage(Item item, String api) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("ApiId", api.isEmpty() ? unknown("the API's id") : Item.textOf(api));
    item.copy(
        attributes, "StageName", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings");
    Value tags = item.get("Tags");
    if (tags != null) {
      attributes.put("Tags", Item.object(Item.tagMap(tags)));
    }
    return attributes;
  }

  static Map<String, Value> logGroup(Item item) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    item.copy(
        attributes,
        "LogGroupName",
        "RetentionInDays",
        "KmsKeyId",
        "LogGroupClass",
        "DeletionProtectionEnabled",
        "Arn");
    attributes.put("DeletionPolicy", unknown("the deletion policy"));
    Value tags = item.get("Tags");
    attributes.put("Tags", tags == null ? unknown("the tags") : Item.tagPairs(tags));
    return attributes;
  }

  static String streamId(String name) {
    return "deliverystream/" + name;
  }

  static Map<String, Value> deliveryStream(Item item) {
    Map<String, Value> attributes = deliveryStream(item.text("DeliveryStreamName"));
    String arn = item.text("DeliveryStreamARN");
    if (!arn.isEmpty()) {
      attributes.put("Arn", Item.textOf(arn));
    }
    return attributes;
  }

  /** One of which only the name is known. */
  static Map<String, Value> deliveryStream(String name) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("DeliveryStreamName", Item.textOf(name));
    attributes.put("Tags", unknown("the tags"));
    return attributes;
  }

  static Map<String, Value> restAuthorizer(Item item, String api) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("RestApiId", Item.textOf(api));
    item.copy(attributes, "Name", "Type");
    return attributes;
  }

  static Map<String, Value> authorizer(Item item, String api) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("ApiId", Item.textOf(api));
    item.copy(attributes, "Name", "AuthorizerType");
    return attributes;
  }

  static Map<String, Value> metricFilter(Item item) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    item.copy(attributes, "FilterName", "FilterPattern", "LogGroupName", "MetricTransformations");
    return attributes;
  }

  static Map<String, Value> alarm(Item item) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    item.copy(
        attributes,
        "AlarmName",
        "Namespace",
        "MetricName",
        "Statistic",
        "Dimensions",
        "Metrics",
        "ActionsEnabled");
    String arn = item.text("AlarmArn");
    if (!arn.isEmpty()) {
      attributes.put("Arn", Item.textOf(arn));
    }
    if (!item.has("MetricName") && item.list("Metrics").isEmpty()) {
      attributes.put("Metrics", unknown("what the alarm watches"));
    }
    return attributes;
  }

  /** What a stack of CloudFormation was deployed with. */
  static Map<String, Value> stack(Item item) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    item.copy(attributes, "StackName", "Tags", "Parameters");
    return attributes;
  }

  /** The role without its policies. */
  static Map<String, Value> role(Item item) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    item.copy(attributes, "RoleName", "Path", "Arn");
    Value trust = item.get("AssumeRolePolicyDocument");
    attributes.put("AssumeRolePolicyDocument", document(trust, "the trust policy"));
    Item boundary = item.item("PermissionsBoundary");
    if (boundary.has("PermissionsBoundaryArn")) {
      attributes.put("PermissionsBoundary", Item.textOf(boundary.text("PermissionsBoundaryArn")));
    }
    return attributes;
  }

  static Value inlinePolicy(String name, @Nullable Value document) {
    Map<String, Value> policy = new LinkedHashMap<>();
    policy.put("PolicyName", Item.textOf(name));
    policy.put("PolicyDocument", document(document, "the policy " + name));
    return Item.object(policy);
  }

  /** A managed policy. Others name it by its ARN, so that its path counts as a part of its name. */
  static Map<String, Value> managedPolicy(String arn, @Nullable Value document) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("ManagedPolicyName", Item.textOf(afterPolicy(arn)));
    attributes.put("PolicyDocument", document(document, "the policy " + afterPolicy(arn)));
    return attributes;
  }

  static String policyId(String arn) {
    return "policy/" + afterPolicy(arn);
  }

  private static String afterPolicy(String arn) {
    int at = arn.indexOf(POLICY);
    return at < 0 ? arn : arn.substring(at + POLICY.length());
  }

  /** A policy document: an object, or a text that IAM writes with percent signs. */
  static Value document(@Nullable Value document, String what) {
    if (document instanceof Value.Text text && text.known() != null) {
      return Item.textOf(PercentText.decoded(text.known()));
    }
    return document == null ? unknown(what) : document;
  }
}

package dev.iacguard.core.deployed;

import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of configuration items that are read. The members are those of the resource schemas
 * that AWS publishes in awslabs/aws-config-resource-schema.
 */
enum ConfigShape {
  REST_API("AWS::ApiGateway::RestApi") {
    @Override
    String id(Item item, Item configuration) {
      return "restapis/" + apiId(item, configuration, "Id", "/restapis/");
    }

    @Override
    Map<String, Value> read(Item item, Item configuration) {
      return Shape.api(configuration, apiId(item, configuration, "Id", "/restapis/"));
    }
  },
  REST_STAGE("AWS::ApiGateway::Stage", "AccessLogSetting", "MethodSettings") {
    @Override
    String id(Item item, Item configuration) {
      return stageId("restapis/", item, configuration);
    }

    @Override
    Map<String, Value> read(Item item, Item configuration) {
      return Shape.restStage(configuration, segment(item, "/restapis/"));
    }
  },
  API("AWS::ApiGatewayV2::Api", "ProtocolType") {
    @Override
    String id(Item item, Item configuration) {
      return "apis/" + apiId(item, configuration, "ApiId", "/apis/");
    }

    @Override
    Map<String, Value> read(Item item, Item configuration) {
      return Shape.api(configuration, apiId(item, configuration, "ApiId", "/apis/"));
    }
  },
  STAGE("AWS::ApiGatewayV2::Stage", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings") {
    @Override
    String id(Item item, Item configuration) {
      return stageId("apis/", item, configuration);
    }

    @Override
    Map<String, Value> read(Item item, Item configuration) {
      return Shape.stage(configuration, segment(item, "/apis/"));
    }
  },
  LOG_GROUP("AWS::Logs::LogGroup", "RetentionInDays", "KmsKeyId") {
    @Override
    String id(Item item, Item configuration) {
      return "log-group:" + resourceName(item, configuration, "LogGroupName");
    }

    @Override
    Map<String, Value> read(Item item, Item configuration) {
      Map<String, Value> attributes = Shape.logGroup(configuration);
      attributes.put(
          "LogGroupName", Item.textOf(resourceName(item, configuration, "LogGroupName")));
      item.copy(attributes, "Arn");
      return attributes;
    }
  },
  DELIVERY_STREAM(AccountExport.DELIVERY_STREAM) {
    @Override
    String id(Item item, Item configuration) {
      return Shape.streamId(resourceName(item, configuration, "DeliveryStreamName"));
    }

    @Override
    Map<String, Value> read(Item item, Item configuration) {
      Map<String, Value> attributes =
          Shape.deliveryStream(resourceName(item, configuration, "DeliveryStreamName"));
      Value tags = configuration.get("Tags");
      if (tags != null) {
        attributes.put("Tags", Item.tagPairs(tags));
      }
      item.copy(attributes, "Arn");
      return attributes;
    }
  },
  ALARM("AWS::CloudWatch::Alarm", "Dimensions") {
    @Override
    String id(Item item, Item configuration) {
      return "alarm:" + configuration.text("AlarmName");
    }

    @Override
    Map<String, Value> read(Item item, Item configuration) {
      return Shape.alarm(configuration);
    }
  },
  ROLE("AWS::IAM::Role") {
    @Override
    String id(Item item, Item configuration) {
      return "role/" + configuration.text("RoleName");
    }

    @Override
    Map<String, Value> read(Item item, Item configuration) {
      Map<String, Value> attributes = Shape.role(configuration);
      if (configuration.has("RolePolicyList")) {
        List<Value> policies = new ArrayList<>();
        for (Value element : configuration.list("RolePolicyList")) {
          Item policy = Item.of(element);
          policies.add(Shape.inlinePolicy(policy.text("PolicyName"), policy.get("PolicyDocument")));
        }
        attributes.put("Policies", Item.list(policies));
      }
      if (configuration.has("AttachedManagedPolicies")) {
        List<Value> arns = new ArrayList<>();
        for (Value element : configuration.list("AttachedManagedPolicies")) {
          arns.add(Item.textOf(Item.of(element).text("PolicyArn")));
        }
        attributes.put("ManagedPolicyArns", Item.list(arns));
      }
      return attributes;
    }
  },
  POLICY("AWS::IAM::Policy") {
    @Override
    String type() {
      return "AWS::IAM::ManagedPolicy";
    }

    @Override
    String id(Item item, Item configuration) {
      return Shape.policyId(arn(item, configuration));
    }

    @Override
    Map<String, Value> read(Item item, Item configuration) {
      @Nullable Value document = null;
      for (Value element : configuration.list("PolicyVersionList")) {
        Item version = Item.of(element);
        if (version.get("IsDefaultVersion") instanceof Value.Bool bool && bool.value()) {
          document = version.get("Document");
        }
      }
      return Shape.managedPolicy(arn(item, configuration), document);
    }

    private static String arn(Item item, Item configuration) {
      String arn = configuration.text("Arn");
      return arn.isEmpty() ? item.text("Arn") : arn;
    }
  };

  private final String resourceType;

  @SuppressWarnings("ImmutableEnumChecker") // The list is never changed.
  private final List<String> optional;

  /**
   * @param optional attributes that are unknown, rather than absent, where the item leaves them out
   *     because a query did not ask for them
   */
  ConfigShape(String resourceType, String... optional) {
    this.resourceType = resourceType;
    this.optional = List.of(optional);
  }

  static @Nullable ConfigShape named(String resourceType) {
    for (ConfigShape shape : values()) {
      if (shape.resourceType.equals(resourceType)) {
        return shape;
      }
    }
    return null;
  }

  /** The type of CloudFormation. */
  String type() {
    return resourceType;
  }

  abstract String id(Item item, Item configuration);

  abstract Map<String, Value> read(Item item, Item configuration);

  /**
   * The attributes of the resource.
   *
   * @param whole whether the item has all of the configuration that AWS Config records
   */
  Map<String, Value> attributes(Item item, Item configuration, boolean whole) {
    Map<String, Value> attributes = new LinkedHashMap<>(read(item, configuration));
    Value tags = item.get("Tags");
    if (tags != null) {
      attributes.put("Tags", this == STAGE ? Item.object(Item.tagMap(tags)) : Item.tagPairs(tags));
    } else if (!configuration.has("Tags")) {
      attributes.put("Tags", Shape.unknown("the tags"));
    }
    boolean empty = configuration.object().entries().isEmpty();
    for (String name : optional) {
      // Method settings are not in the published schema.
      if (!whole || empty || name.equals("MethodSettings")) {
        attributes.putIfAbsent(name, Shape.unknown(name));
      }
    }
    return attributes;
  }

  private static String apiId(Item item, Item configuration, String name, String marker) {
    String id = configuration.text(name);
    return id.isEmpty() ? segment(item, marker) : id;
  }

  private static String stageId(String apis, Item item, Item configuration) {
    String api = segment(item, "/" + apis);
    String stage = configuration.text("StageName");
    return apis
        + (api.isEmpty() ? "unknown" : api)
        + "/stages/"
        + (stage.isEmpty() ? segment(item, "/stages/") : stage);
  }

  /** As the configuration has it, or else as AWS Config lists it. */
  private static String resourceName(Item item, Item configuration, String property) {
    String name = configuration.text(property);
    return name.isEmpty() ? item.text("ResourceName") : name;
  }

  /** What follows a marker in the item's ARN; empty when it is not there. */
  private static String segment(Item item, String marker) {
    String arn = item.text("Arn");
    int at = arn.indexOf(marker);
    if (at < 0) {
      return "";
    }
    int from = at + marker.length();
    int end = arn.indexOf('/', from);
    return arn.substring(from, end < 0 ? arn.length() : end);
  }
}

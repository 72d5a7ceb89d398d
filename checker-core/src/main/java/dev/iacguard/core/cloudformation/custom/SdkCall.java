package dev.iacguard.core.cloudformation.custom;

import dev.iacguard.core.model.Attributes;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.PartialJson;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of the AWS SDK that an {@code AwsCustomResource} of the CDK makes: {@code Create} and
 * {@code Update} hold the service, the action and the parameters as JSON.
 *
 * @param type the type of custom resource that does the same
 * @param properties those of that type
 */
record SdkCall(String type, Map<String, Value> properties) {
  private static final String ROLE_PATH = "/cloudwatchRoleArn";

  /** Null for what is no call of interest, and for what is not known enough. */
  static @Nullable SdkCall of(Value written) {
    return switch (written) {
      case Value.Text text when PartialJson.parse(text) instanceof Value.Mapping call -> of(call);
      case Value.Choice choice -> of(choice);
      default -> null;
    };
  }

  private static @Nullable SdkCall of(Value.Choice choice) {
    SdkCall then = of(choice.then());
    SdkCall otherwise = of(choice.otherwise());
    SdkCall some = then == null ? otherwise : then;
    if (some == null || (then != null && otherwise != null && !then.type.equals(otherwise.type))) {
      return null;
    }
    Map<String, Value> properties = new HashMap<>();
    for (String name : some.properties.keySet()) {
      Value none = new Value.Null(choice.origin());
      properties.put(
          name,
          new Value.Choice(
              choice.condition(),
              then == null ? none : then.properties.getOrDefault(name, none),
              otherwise == null ? none : otherwise.properties.getOrDefault(name, none),
              choice.origin()));
    }
    return new SdkCall(some.type, Map.copyOf(properties));
  }

  private static @Nullable SdkCall of(Value.Mapping call) {
    String service = word(call.get("service")).replace("aws-sdk/client-", "").replace("-", "");
    String action = word(call.get("action")).replaceAll("command$", "");
    Value parameters = entry(call, "parameters");
    return switch (service.replace("@", "") + "." + action) {
      case "cloudwatchlogs.putretentionpolicy" ->
          new SdkCall(
              CustomResources.RETENTION,
              Map.of(
                  "LogGroupName", entry(parameters, "logGroupName"),
                  "RetentionInDays", entry(parameters, "retentionInDays")));
      case "apigateway.updateaccount" -> {
        Value role = role(entry(parameters, "patchOperations"));
        yield role == null
            ? null
            : new SdkCall(CustomResources.ACCOUNT_ROLE, Map.of("RoleArn", role));
      }
      default -> null;
    };
  }

  /** The SDK takes names in several spellings. */
  private static String word(@Nullable Value name) {
    return name instanceof Value.Text text && text.known() != null
        ? text.known().toLowerCase(Locale.ROOT)
        : "";
  }

  /** The role that patch operations set; null when they set none. */
  private static @Nullable Value role(Value operations) {
    if (!(operations instanceof Value.Sequence list)) {
      return operations instanceof Value.Null ? null : unknown("patchOperations", operations);
    }
    Value role = list.open() ? unknown("patchOperations", list) : null;
    for (Value operation : list.elements()) {
      Value path = entry(operation, "path");
      String known = path instanceof Value.Text text ? text.known() : null;
      if (ROLE_PATH.equals(known)) {
        role = entry(operation, "value");
      } else if (known == null && role == null) {
        role = unknown("path", path);
      }
    }
    return role;
  }

  private static Value entry(Value parent, String name) {
    Value entry = parent instanceof Value.Mapping map ? map.get(name) : null;
    boolean open =
        parent instanceof Value.Mapping map ? map.open() : !(parent instanceof Value.Null);
    return entry != null ? entry : open ? unknown(name, parent) : new Value.Null(parent.origin());
  }

  private static Value unknown(String name, Value at) {
    return at instanceof Value.Unknown unknown
        ? unknown
        : Value.Unknown.of(Cause.NOT_EVALUATED, name, at.origin());
  }

  /** What two events set: the same, or something that is not known when they differ. */
  SdkCall and(SdkCall other) {
    Map<String, Value> both = new HashMap<>();
    properties.forEach(
        (name, value) -> {
          Value second = other.properties.getOrDefault(name, value);
          Value differing = unknown(name + " of Create and Update", value);
          both.put(name, sameText(value, second) ? value : differing);
        });
    return new SdkCall(type, Map.copyOf(both));
  }

  private static boolean sameText(Value one, Value other) {
    return switch (one) {
      case Value.Text text -> other instanceof Value.Text also && sameParts(text, also);
      case Value.Numeric number ->
          other instanceof Value.Numeric also && number.value().compareTo(also.value()) == 0;
      case Value.Null none -> other instanceof Value.Null;
      case Value.Unknown unknown ->
          other instanceof Value.Unknown also
              && unknown.what().equals(also.what())
              && unknown.references().equals(also.references());
      default -> false;
    };
  }

  private static boolean sameParts(Value.Text one, Value.Text other) {
    if (one.parts().size() != other.parts().size()) {
      return false;
    }
    for (int i = 0; i < one.parts().size(); i++) {
      TextPart first = one.parts().get(i);
      TextPart second = other.parts().get(i);
      boolean same =
          (first instanceof TextPart.Hole a && second instanceof TextPart.Hole b)
              ? sameText(a.value(), b.value())
              : first.equals(second);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** The call of a resource when it is created and updated; null when it is none of interest. */
  static @Nullable SdkCall of(Attributes written) {
    SdkCall first = null;
    for (String event : List.of("Create", "Update")) {
      SdkCall call = written.has(event) ? of(written.get(event)) : null;
      if (call != null && (first == null || first.type.equals(call.type))) {
        first = first == null ? call : first.and(call);
      }
    }
    return first;
  }
}

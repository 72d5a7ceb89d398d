package dev.iacguard.rules.remedy;

import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.PartialJson;
import dev.iacguard.core.model.Value;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.WantedFormat;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.LogFormat;
import dev.iacguard.rules.view.value.Properties;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Chooses the fields of an access log line and the variables that fill them. */
public final class FormatFields {
  private FormatFields() {}

  /** The variable for a field; that of the caller depends on the API's authorizer. */
  public static String variable(Field field, Stage stage, ApiKind api) {
    return Blueprint.variable(field, api, stage.callerVariable());
  }

  /**
   * All fields that the policy requires of the stage, variables by name; null when they depend on
   * the kind of its API, which is not known.
   */
  public static @Nullable SequencedMap<String, String> required(Stage stage, Policy policy) {
    Blueprint blueprint = new Blueprint(policy);
    SequencedMap<String, String> fields = null;
    for (ApiKind api : stage.api().possible()) {
      SequencedMap<String, String> own = blueprint.format(api, stage.callerVariable());
      if (fields != null && !fields.equals(own)) {
        return null;
      }
      fields = own;
    }
    return fields;
  }

  /**
   * A log line with all fields that the policy requires of the stage. It follows other stages
   * unless the policy has a format of its own. Null as above.
   */
  static @Nullable Term line(Stage stage, Policy policy) {
    @Nullable SequencedMap<String, String> members = required(stage, policy);
    ApiKind api = stage.api();
    if (members == null) {
      return null;
    }
    if (api == ApiKind.UNKNOWN || policy.accessLog().format() instanceof WantedFormat.Named) {
      return new Term.Json(members);
    }
    Map<String, List<String>> accepted = new HashMap<>();
    for (Field field : policy.accessLog().requiredFields()) {
      accepted.put(
          field.key(),
          field.variables(api).stream().map(name -> ContextVariable.PREFIX + name).toList());
    }
    return new Term.Line(api.name(), members, accepted);
  }

  /** What stands between the words of a format; null for one to which no words can be added. */
  public static @Nullable String separator(LogFormat.Kind kind) {
    return switch (kind) {
      case CSV -> ",";
      case CLF, OTHER -> " ";
      case JSON, XML, UNKNOWN -> null;
    };
  }

  /** The members of a JSON object of strings; null for any other text. */
  public static @Nullable SequencedMap<String, String> ofStrings(Value.Text text) {
    if (!(PartialJson.parse(text) instanceof Value.Mapping object)) {
      return null;
    }
    SequencedMap<String, String> members = new LinkedHashMap<>();
    for (Map.Entry<String, Value> member : object.entries().entrySet()) {
      String value =
          member.getValue() instanceof Value.Text ? Properties.known(member.getValue()) : null;
      if (value == null) {
        return null;
      }
      members.put(member.getKey(), value);
    }
    return members;
  }
}

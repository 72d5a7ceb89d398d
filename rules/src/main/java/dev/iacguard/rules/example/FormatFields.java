package dev.iacguard.rules.example;

import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.WantedFormat;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the fields of an access log line and the variables that fill them. */
public final class FormatFields {
  private FormatFields() {}

  /** The variable for a field; that of the caller depends on the API's authorizer. */
  public static String variable(Field field, Stage stage, ApiKind api) {
    String caller = field.equals(Fields.CALLER) ? stage.callerVariable() : null;
    return caller != null && field.isIn(List.of(caller), api) ? caller : field.variable(api);
  }

  /**
   * All fields that the policy requires of the stage, variables by name; null when they depend on
   * the kind of its API, which is not known.
   */
  static @Nullable Map<String, String> required(Stage stage, Policy policy) {
    Map<String, String> fields = null;
    for (ApiKind api : stage.api().possible()) {
      Map<String, String> own = required(stage, api, policy);
      if (fields != null && !fields.equals(own)) {
        return null;
      }
      fields = own;
    }
    return fields;
  }

  private static Map<String, String> required(Stage stage, ApiKind api, Policy policy) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (policy.accessLog().format() instanceof WantedFormat.Named named) {
      fields.putAll(named.members().getOrDefault(api, Map.of()));
    }
    List<Field> required = policy.accessLog().requiredFields();
    for (Field field : required.isEmpty() ? List.of(Fields.REQUEST_ID, Fields.STATUS) : required) {
      if (field.isAvailable(api) && !field.isIn(List.copyOf(fields.values()), api)) {
        fields.put(field.key(), variable(field, stage, api));
      }
    }
    return fields;
  }
}

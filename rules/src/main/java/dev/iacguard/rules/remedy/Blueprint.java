package dev.iacguard.rules.remedy;

import dev.iacguard.core.edit.Term;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.pack.StageRequirements;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.RequiredTag;
import dev.iacguard.rules.policy.WantedFormat;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Derives from a policy what a compliant stage has. */
public record Blueprint(Policy policy) {
  private static final int USUAL_DAYS = 365;

  /**
   * The members of an access log line: those of the policy's own format, or the fields it requires,
   * and the request id, without which API Gateway takes no format.
   *
   * @param api not {@link ApiKind#UNKNOWN}
   * @param caller the variable that names the caller; null for the usual one
   */
  SequencedMap<String, String> format(ApiKind api, @Nullable String caller) {
    SequencedMap<String, String> members = new LinkedHashMap<>();
    if (policy.accessLog().format() instanceof WantedFormat.Named named) {
      members.putAll(named.members().getOrDefault(api, members));
    }
    List<Field> fields = new ArrayList<>(policy.accessLog().requiredFields());
    if (fields.isEmpty()) {
      fields.add(Fields.STATUS);
    }
    if (members.isEmpty()) {
      fields.addFirst(Fields.REQUEST_ID);
    }
    for (Field field : fields) {
      if (field.isAvailable(api) && !field.isIn(List.copyOf(members.values()), api)) {
        members.put(field.key(), variable(field, api, caller));
      }
    }
    return members;
  }

  /** The variable for a field. */
  static String variable(Field field, ApiKind api, @Nullable String caller) {
    boolean named =
        caller != null && field.equals(Fields.CALLER) && field.isIn(List.of(caller), api);
    return caller != null && named ? caller : field.variable(api);
  }

  /** Days that the policy allows; null when CloudWatch Logs accepts none of those. */
  public @Nullable Integer retention() {
    return policy.logGroup().retention().nearest(USUAL_DAYS);
  }

  /**
   * All that a new stage needs; null when the policy cannot be met.
   *
   * @param api not {@link ApiKind#UNKNOWN}
   */
  public @Nullable StageRequirements requirements(ApiKind api) {
    Integer days = retention();
    if (days == null) {
      return null;
    }
    Policy.LoggingRole role = policy.loggingRole();
    return new StageRequirements(
        format(api, null),
        new StageRequirements.Retention(days, policy.logGroup().retention().all()),
        NewTags.of(policy),
        isOn("IG206"),
        isOn("IG207"),
        new StageRequirements.Role(role.owner() == Policy.RoleOwner.STACK, role.approved()));
  }

  /** Whether the policy turns on a rule that is off by itself. */
  private boolean isOn(String rule) {
    return policy.severities().getOrDefault(rule, Severity.OFF) != Severity.OFF;
  }

  /** Values by key: the only one that the policy allows, else one that the user has to give. */
  static SequencedMap<String, Term> tags(List<RequiredTag> required) {
    SequencedMap<String, Term> tags = new LinkedHashMap<>();
    required.forEach(tag -> tags.put(tag.key(), value(tag)));
    return tags;
  }

  static Term value(RequiredTag tag) {
    return tag.values().size() == 1
        ? new Term.Text(tag.values().getFirst())
        : new Term.Given(tag.key(), tag.isKeyOnly());
  }
}

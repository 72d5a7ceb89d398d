package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.AlarmsOn;
import dev.iacguard.rules.policy.Policy.RoleOwner;
import dev.iacguard.rules.policy.Policy.StackTags;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.ContextVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds a policy from a configuration that fits its types. */
final class PolicyReader {
  private final Mapping policy;
  private final List<ConfigError> errors;

  private PolicyReader(Mapping policy, List<ConfigError> errors) {
    this.policy = policy;
    this.errors = errors;
  }

  /**
   * @param environment null for the policy of everything that no environment speaks of
   * @param errors takes values that are right by themselves and make no sense together
   */
  static Policy read(Mapping policy, @Nullable String environment, List<ConfigError> errors) {
    return new PolicyReader(policy, errors).read(environment);
  }

  private Policy read(@Nullable String environment) {
    Mapping role = section("logging-role");
    return new Policy(
        environment,
        accessLog(),
        new Policy.LogGroup(
            RetentionKeys.read(policy, errors), TagRequirements.read(policy, "log-group", errors)),
        new Policy.Stage(TagRequirements.read(policy, "stage", errors)),
        new Policy.Tags(
            "exact".equals(Nodes.text(policy.at("tags", "keys"))),
            word(policy.at("tags", "stack-tags"), StackTags.values())),
        new Policy.LoggingRole(
            word(role.get("owner"), RoleOwner.values()), Nodes.texts(role.get("approved"))),
        CostSection.read(policy),
        new Policy.Alarms(word(policy.at("alarms", "on"), AlarmsOn.values())),
        severities());
  }

  private Policy.AccessLog accessLog() {
    List<Field> fields = new ArrayList<>();
    for (ConfigNode wanted : Nodes.items(policy.at("access-log", "required-fields"))) {
      String text = Nodes.neededText(wanted);
      Field field =
          text.startsWith(ContextVariable.PREFIX) ? Fields.ofVariable(text) : Fields.named(text);
      if (field != null) {
        fields.add(field);
      } else {
        unknownVariable(wanted, text);
      }
    }
    List<ConfigNode> permitted = Nodes.items(policy.at("access-log", "permitted-variables"));
    for (ConfigNode variable : permitted) {
      String text = Nodes.neededText(variable);
      if (!text.endsWith(".") && Fields.ofVariable(text) == null) {
        unknownVariable(variable, text);
      }
    }
    return new Policy.AccessLog(
        FormatKeys.read(policy, errors),
        List.copyOf(fields),
        permitted.stream().map(Nodes::neededText).toList());
  }

  private void unknownVariable(ConfigNode at, String variable) {
    List<String> names =
        ContextVariables.all().stream().map(one -> ContextVariable.PREFIX + one.name()).toList();
    String message =
        "unknown variable for every kind of API: " + variable + Nearest.hint(variable, names);
    errors.add(new ConfigError(at.at(), message));
  }

  private Map<String, Severity> severities() {
    Map<String, Severity> severities = new TreeMap<>();
    section("rules")
        .entries()
        .forEach((rule, entry) -> severities.put(rule, word(entry.value(), Severity.values())));
    return Map.copyOf(severities);
  }

  private Mapping section(String name) {
    return policy.get(name) instanceof Mapping mapping
        ? mapping
        : new Mapping(policy.at(), Map.of());
  }

  /** The constant that is called like the word; the default preset has a word for each. */
  private static <E extends Enum<E>> E word(@Nullable ConfigNode node, E[] constants) {
    String name =
        Objects.requireNonNull(Nodes.text(node)).toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : constants) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalStateException(name);
  }
}

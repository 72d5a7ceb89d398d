package dev.iacguard.rules;

import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.rules.check.RuleSet;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.AccessLog;
import dev.iacguard.rules.policy.WantedFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** Policies that fixtures and pages are judged under. */
public final class TestPolicies {
  /** Turns on the rules that are off by default. */
  private static final Map<String, Severity> ALL_ON =
      RuleSet.infos().stream()
          .filter(rule -> rule.severity() == Severity.OFF)
          .collect(Collectors.toUnmodifiableMap(RuleInfo::id, rule -> Severity.WARNING));

  /** The built-in policy with every rule turned on. */
  static final Policy ALL_RULES = withSeverities(Policy.DEFAULT, ALL_ON);

  /** The same where nothing but JSON will do. */
  static final Policy JSON = withSeverities(with(wanting(new WantedFormat.Json())), ALL_ON);

  private TestPolicies() {}

  /** Every rule under the built-in policy, those that are off by default included. */
  public static RulePack everyRule() {
    return new ApiGatewayRules(ALL_RULES);
  }

  static AccessLog wanting(WantedFormat format) {
    AccessLog usual = Policy.DEFAULT.accessLog();
    return new AccessLog(format, usual.requiredFields(), usual.permittedVariables());
  }

  /** The built-in policy with other sections. */
  public static Policy with(Record... sections) {
    Policy usual = Policy.DEFAULT;
    return new Policy(
        null,
        chosen(usual.accessLog(), sections),
        chosen(usual.logGroup(), sections),
        chosen(usual.stage(), sections),
        chosen(usual.tags(), sections),
        chosen(usual.loggingRole(), sections),
        chosen(usual.cost(), sections),
        chosen(usual.alarms(), sections),
        usual.severities());
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> R chosen(R usual, Record... sections) {
    for (Record section : sections) {
      if (section.getClass() == usual.getClass()) {
        return (R) section;
      }
    }
    return usual;
  }

  /** The same policy with other severities. */
  public static Policy withSeverities(Policy policy, Map<String, Severity> severities) {
    return new Policy(
        policy.environment(),
        policy.accessLog(),
        policy.logGroup(),
        policy.stage(),
        policy.tags(),
        policy.loggingRole(),
        policy.cost(),
        policy.alarms(),
        severities);
  }
}

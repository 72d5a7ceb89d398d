package dev.iacguard.rules;

import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.AccessLog;
import dev.iacguard.rules.policy.WantedFormat;
import java.util.Map;

/** Policies that fixtures and pages are judged under. */
final class TestPolicies {
  /** The built-in policy with every rule turned on. */
  static final Policy ALL_RULES =
      Policy.DEFAULT.weighing(Map.of("IG206", Severity.WARNING, "IG207", Severity.WARNING));

  /** The same where nothing but JSON will do. */
  static final Policy JSON = ALL_RULES.with(wanting(new WantedFormat.Json()));

  private TestPolicies() {}

  static AccessLog wanting(WantedFormat format) {
    AccessLog usual = Policy.DEFAULT.accessLog();
    return new AccessLog(format, usual.requiredFields(), usual.permittedVariables());
  }
}

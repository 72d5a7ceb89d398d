package dev.iacguard.rules.export;

import dev.iacguard.rules.check.RuleSet;
import java.util.Objects;
import java.util.stream.Collectors;

/** The controls of AWS Security Hub about the same setting, from the mapping in a rule's page. */
final class SecurityHub {
  private static final String ENTRY = "  - AWS Security Hub ";

  private SecurityHub() {}

  /** Empty when there is none. */
  static String controls(String ruleId) {
    return Objects.requireNonNull(RuleSet.page(ruleId), "every rule has a page")
        .lines()
        .filter(line -> line.startsWith(ENTRY))
        .map(line -> line.substring(ENTRY.length()))
        .collect(Collectors.joining(", "));
  }
}

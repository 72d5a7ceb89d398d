package dev.iacguard.rules.custom;

import dev.iacguard.core.rule.RuleInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom rule as the policy file declares it.
 *
 * @param when an expression: where it is false the rule does not apply; null for everywhere
 * @param require an expression: what has to be true
 * @param message what is said where it is false; expressions stand in braces
 * @param help what to do, as one sentence without a full stop; may be empty
 */
public record CustomRule(
    RuleInfo info,
    Target target,
    @Nullable Phrase when,
    Phrase require,
    Phrase message,
    String help,
    List<RuleTest> tests) {

  public CustomRule {
    tests = List.copyOf(tests);
  }
}

package dev.iacguard.core.rule.pack;

import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;

/**
 * The result of a test that a policy holds for one of its custom rules.
 *
 * @param test its name
 * @param at where it is written
 * @param actual what the rule said
 * @param message of the finding; empty when there was none
 */
public record RuleTestResult(
    String rule, String test, Span at, Verdict.Kind expected, Verdict.Kind actual, String message) {

  public boolean passed() {
    return actual == expected;
  }
}

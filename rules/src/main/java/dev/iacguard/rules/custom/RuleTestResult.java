package dev.iacguard.rules.custom;

import dev.iacguard.core.rule.Verdict;

/**
 * What became of a test.
 *
 * @param actual what the rule said
 * @param message of the finding; empty when there was none
 */
public record RuleTestResult(String rule, RuleTest test, Verdict.Kind actual, String message) {

  public boolean passed() {
    return actual == test.expected();
  }
}

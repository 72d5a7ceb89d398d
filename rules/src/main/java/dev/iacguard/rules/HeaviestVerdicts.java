package dev.iacguard.rules;

import dev.iacguard.core.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One verdict a rule, where a rule was asked about several subjects: the heaviest. */
final class HeaviestVerdicts {
  private final Map<String, Verdict.Kind> byRule = new TreeMap<>();

  HeaviestVerdicts() {
    RuleSet.ACCOUNT.forEach(rule -> byRule.put(rule.info().id(), Verdict.Kind.NOT_APPLICABLE));
    RuleSet.LOG_TARGET.forEach(rule -> byRule.put(rule.info().id(), Verdict.Kind.NOT_APPLICABLE));
  }

  void addAll(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      byRule.merge(verdict.rule().id(), verdict.kind(), HeaviestVerdicts::heavier);
    }
  }

  /** Sorted by rule; not applicable where no subject was asked about. */
  Map<String, Verdict.Kind> byRule() {
    return byRule;
  }

  private static Verdict.Kind heavier(Verdict.Kind one, Verdict.Kind other) {
    return weight(one) >= weight(other) ? one : other;
  }

  private static int weight(Verdict.Kind kind) {
    return switch (kind) {
      case NOT_APPLICABLE -> 0;
      case PASS -> 1;
      case UNKNOWN -> 2;
      case CONDITIONAL -> 3;
      case FAIL -> 4;
    };
  }
}

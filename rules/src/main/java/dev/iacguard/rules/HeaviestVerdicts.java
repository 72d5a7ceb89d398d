package dev.iacguard.rules;

import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.rules.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One verdict a rule, where a rule was asked about several subjects: the heaviest. */
final class HeaviestVerdicts {
  private final Map<String, Verdict.Kind> byRule = new TreeMap<>();

  /**
   * @param policy what is off under it is left out
   */
  HeaviestVerdicts(Policy policy) {
    Stream.of(RuleSet.ACCOUNT, RuleSet.LOG_TARGET)
        .flatMap(List::stream)
        .map(Rule::info)
        .filter(info -> policy.severity(info) != Severity.OFF)
        .forEach(info -> byRule.put(info.id(), Verdict.Kind.NOT_APPLICABLE));
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

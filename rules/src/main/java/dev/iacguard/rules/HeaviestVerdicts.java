package dev.iacguard.rules;

import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.rules.check.RuleSet;
import dev.iacguard.rules.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One verdict a rule, where a rule was asked about several subjects: the heaviest. */
final class HeaviestVerdicts {
  private final Map<String, Verdict.Kind> byRule = new TreeMap<>();
  private final Map<String, Severity> weights = new TreeMap<>();

  /** Of no rule yet. */
  HeaviestVerdicts() {}

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
      add(verdict.rule().id(), verdict.kind(), verdict.severity());
    }
  }

  /** Adds all that has been added to another. */
  void addAll(HeaviestVerdicts others) {
    others.weights.forEach((rule, weight) -> add(rule, others.kind(rule), weight));
  }

  private void add(String rule, Verdict.Kind kind, Severity weight) {
    byRule.merge(rule, kind, HeaviestVerdicts::heavier);
    weights.merge(rule, weight, (one, other) -> one.compareTo(other) >= 0 ? one : other);
  }

  private Verdict.Kind kind(String rule) {
    return byRule.getOrDefault(rule, Verdict.Kind.NOT_APPLICABLE);
  }

  /** Sorted by rule; not applicable where no subject was asked about. */
  Map<String, Verdict.Kind> byRule() {
    return byRule;
  }

  /** The rules whose verdicts weigh no more than a note. */
  Set<String> notes() {
    Set<String> notes = new TreeSet<>();
    weights.forEach(
        (rule, weight) -> {
          if (weight.compareTo(Severity.NOTE) <= 0) {
            notes.add(rule);
          }
        });
    return notes;
  }

  private static Verdict.Kind heavier(Verdict.Kind one, Verdict.Kind other) {
    return other.isHeavierThan(one) ? other : one;
  }
}

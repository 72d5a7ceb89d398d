package dev.iacguard.rules.evaluate;

import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
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
import org.jspecify.annotations.Nullable;

/** Keeps one verdict per rule, the worst, where a rule judged several subjects. */
final class WorstVerdicts {
  private static final List<RuleInfo> OF_OTHERS =
      Stream.of(RuleSet.ACCOUNT, RuleSet.LOG_TARGET).flatMap(List::stream).map(Rule::info).toList();

  private final Map<String, Heaviest> byRule = new TreeMap<>();

  /**
   * @param weight of the verdict that weighs most, or null when there is none
   */
  private record Heaviest(Verdict.Kind kind, @Nullable Severity weight) {
    private static final Heaviest NONE = new Heaviest(Verdict.Kind.NOT_APPLICABLE, null);

    Heaviest and(Verdict.Kind other, Severity its) {
      return new Heaviest(
          other.isHeavierThan(kind) ? other : kind,
          weight == null || its.compareTo(weight) > 0 ? its : weight);
    }
  }

  /** Of no rule yet. */
  WorstVerdicts() {}

  /**
   * @param policy what is off under it is left out
   */
  WorstVerdicts(Policy policy) {
    for (RuleInfo info : OF_OTHERS) {
      if (policy.severity(info) != Severity.OFF) {
        byRule.put(info.id(), Heaviest.NONE);
      }
    }
  }

  void addAll(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      add(verdict.rule().id(), verdict.kind(), verdict.severity());
    }
  }

  /** Adds all that has been added to another. */
  void addAll(WorstVerdicts others) {
    others.byRule.forEach(
        (rule, heaviest) -> {
          if (heaviest.weight() != null) {
            add(rule, heaviest.kind(), heaviest.weight());
          }
        });
  }

  private void add(String rule, Verdict.Kind kind, Severity weight) {
    byRule.put(rule, byRule.getOrDefault(rule, Heaviest.NONE).and(kind, weight));
  }

  /** Sorted by rule; not applicable where no subject was asked about. */
  Map<String, Verdict.Kind> byRule() {
    Map<String, Verdict.Kind> kinds = new TreeMap<>();
    byRule.forEach((rule, heaviest) -> kinds.put(rule, heaviest.kind()));
    return kinds;
  }

  /** The rules whose verdicts weigh no more than a note. */
  Set<String> notes() {
    Set<String> notes = new TreeSet<>();
    byRule.forEach(
        (rule, heaviest) -> {
          Severity weight = heaviest.weight();
          if (weight != null && weight.compareTo(Severity.NOTE) <= 0) {
            notes.add(rule);
          }
        });
    return notes;
  }
}

package dev.iacguard.core.rule.scenario;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.scenario.Scenarios.Case;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The scenarios in which something fails, described by as few decisions as possible.
 *
 * @param words completes "fails when …"
 * @param spelledOut true when the code itself means all of these scenarios to be possible
 */
record FailureCondition(String words, boolean spelledOut) {
  /** More alternatives than this are not spelled out. */
  private static final int MOST = 3;

  static FailureCondition of(List<Case<Outcome>> failing, List<Case<Outcome>> others) {
    MinimalConditions minimalConditions = new MinimalConditions(others);
    Set<List<Decision>> alternatives = new LinkedHashSet<>();
    for (Case<Outcome> scenario : failing) {
      alternatives.add(minimalConditions.needed(scenario.decisions()));
    }
    List<String> spelled =
        alternatives.stream()
            .limit(MOST)
            .map(FailureCondition::inWords)
            .filter(words -> !words.isEmpty())
            .toList();
    int more = alternatives.size() - MOST;
    String words =
        String.join(", or ", spelled) + (more > 0 ? ", or in " + more + " more cases" : "");
    boolean spelledOut =
        alternatives.stream()
            .anyMatch(all -> all.stream().allMatch(one -> one.condition().isSpelledOut()));
    return new FailureCondition(words, spelledOut);
  }

  private static String inWords(List<Decision> decisions) {
    return decisions.stream().map(Decision::inWords).collect(Collectors.joining(" and "));
  }
}

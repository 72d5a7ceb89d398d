package dev.iacguard.core.rule;

import dev.iacguard.core.rule.Worlds.Case;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The worlds in which something fails, told from the others by as few decisions as will do.
 *
 * @param words completes "fails when …"
 * @param spelledOut true when the code itself means all of these worlds to be possible
 */
record When(String words, boolean spelledOut) {
  /** More alternatives than this are not spelled out. */
  private static final int MOST = 3;

  static When of(List<Case<Outcome>> failing, List<Case<Outcome>> others) {
    Distinction distinction = new Distinction(others);
    Set<List<Decision>> alternatives = new LinkedHashSet<>();
    for (Case<Outcome> world : failing) {
      alternatives.add(distinction.needed(world.decisions()));
    }
    List<String> spelled =
        alternatives.stream()
            .limit(MOST)
            .map(When::inWords)
            .filter(words -> !words.isEmpty())
            .toList();
    int more = alternatives.size() - MOST;
    String words =
        String.join(", or ", spelled) + (more > 0 ? ", or in " + more + " more cases" : "");
    boolean spelledOut =
        alternatives.stream()
            .anyMatch(all -> all.stream().allMatch(one -> one.condition().isSpelledOut()));
    return new When(words, spelledOut);
  }

  private static String inWords(List<Decision> decisions) {
    return decisions.stream().map(Decision::inWords).collect(Collectors.joining(" and "));
  }
}

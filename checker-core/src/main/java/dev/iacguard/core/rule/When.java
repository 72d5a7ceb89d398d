package dev.iacguard.core.rule;

import dev.iacguard.core.rule.Worlds.Case;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words for the worlds in which something fails. */
final class When {
  /** More alternatives than this are not spelled out. */
  private static final int MOST = 3;

  private When() {}

  /** Completes "fails when …": as few decisions as tell the failing worlds from the others. */
  static String of(List<Case<Outcome>> failing, List<Case<Outcome>> others) {
    Set<String> alternatives = new LinkedHashSet<>();
    for (Case<Outcome> world : failing) {
      String words =
          needed(world.decisions(), others).stream()
              .map(Decision::inWords)
              .collect(Collectors.joining(" and "));
      if (!words.isEmpty()) {
        alternatives.add(words);
      }
    }
    List<String> spelled = alternatives.stream().limit(MOST).toList();
    int more = alternatives.size() - spelled.size();
    return String.join(", or ", spelled) + (more > 0 ? ", or in " + more + " more cases" : "");
  }

  /** Leaves out each decision without which the world is still told from all others. */
  private static List<Decision> needed(List<Decision> decisions, List<Case<Outcome>> others) {
    List<Decision> kept = new ArrayList<>(decisions);
    for (Decision candidate : decisions) {
      List<Decision> without = new ArrayList<>(kept);
      without.remove(candidate);
      if (others.stream().noneMatch(other -> agrees(other.decisions(), without))) {
        kept = without;
      }
    }
    return kept;
  }

  private static boolean agrees(List<Decision> world, List<Decision> decisions) {
    return decisions.stream().noneMatch(decision -> world.contains(decision.opposite()));
  }
}

package dev.iacguard.core.rule.scenario;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.scenario.Scenarios.Case;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the fewest decisions that distinguish some scenarios from the others. Conditions are
 * numbered, so that comparing scenarios costs little.
 */
final class MinimalConditions {
  private final Map<Condition, Integer> numbers = new HashMap<>();
  private final List<Answers> others = new ArrayList<>();

  /**
   * @param others the scenarios to tell from
   */
  MinimalConditions(List<Case<Outcome>> others) {
    others.forEach(other -> this.others.add(answers(other.decisions())));
  }

  /** The numbers of the conditions that hold in a scenario, and of those that do not. */
  private record Answers(BitSet yes, BitSet no) {
    boolean agreeWith(Answers other) {
      return !yes.intersects(other.no) && !no.intersects(other.yes);
    }
  }

  /** Leaves out each decision without which the scenario is still told from all others. */
  List<Decision> needed(List<Decision> scenario) {
    Answers kept = answers(scenario);
    List<Decision> needed = new ArrayList<>(scenario);
    for (Decision candidate : scenario) {
      BitSet side = candidate.holds() ? kept.yes : kept.no;
      int number = number(candidate.condition());
      side.clear(number);
      if (others.stream().noneMatch(kept::agreeWith)) {
        needed.remove(candidate);
      } else {
        side.set(number);
      }
    }
    return needed;
  }

  private Answers answers(List<Decision> decisions) {
    Answers answers = new Answers(new BitSet(), new BitSet());
    for (Decision decision : decisions) {
      (decision.holds() ? answers.yes : answers.no).set(number(decision.condition()));
    }
    return answers;
  }

  private int number(Condition condition) {
    return numbers.computeIfAbsent(condition, next -> numbers.size());
  }
}

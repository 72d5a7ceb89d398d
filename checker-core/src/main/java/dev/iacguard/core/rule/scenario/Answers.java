package dev.iacguard.core.rule.scenario;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers that were given in one scenario, and which answers to a further question can hold
 * with them. A question about one input is checked against what is known of that input; only
 * questions that combine several inputs need a search.
 */
final class Answers {
  /** Up to so many answers a search from first to last is quicker than a map. */
  private static final int FEW = 16;

  private final ConditionInputs conditionInputs;
  private final WorkBudget work;
  private final List<Decision> given = new ArrayList<>();
  private final InputConstraints inputs = new InputConstraints();
  private @Nullable Map<Condition, Boolean> known;
  private boolean combined;

  Answers(ConditionInputs conditionInputs, WorkBudget work) {
    this.conditionInputs = conditionInputs;
    this.work = work;
  }

  /** The answer that was given; null when there is none yet. */
  @Nullable Boolean to(Condition condition) {
    if (known != null) {
      return known.get(condition);
    }
    for (Decision decision : given) {
      if (decision.condition().equals(condition)) {
        return decision.holds();
      }
    }
    return null;
  }

  /** Takes an answer that is possible. */
  void add(Decision decision) {
    given.add(decision);
    combined |= !addAtom(decision.condition(), decision.holds(), true);
    if (known != null) {
      known.putIfAbsent(decision.condition(), decision.holds());
    } else if (given.size() > FEW) {
      known = new HashMap<>();
      for (Decision each : given) {
        known.putIfAbsent(each.condition(), each.holds());
      }
    }
  }

  /** Whether an answer can be given with those before. */
  boolean allow(Decision decision) {
    if (!combined && isAtom(decision.condition())) {
      int before = inputs.mark();
      boolean fits = addAtom(decision.condition(), decision.holds(), false);
      inputs.undo(before);
      return fits;
    }
    List<Decision> all = conditionInputs.linked(given, decision.condition());
    work.charge(Bound.QUESTIONS, given.size() + (long) all.size());
    all.add(decision);
    return Satisfiability.possible(all);
  }

  private static boolean isAtom(Condition condition) {
    return switch (condition) {
      case Condition.Flag flag -> true;
      case Condition.Equals equals -> true;
      case Condition.Named named -> isAtom(named.definition());
      case Condition.Not not -> isAtom(not.inner());
      case Condition.AllOf all -> false;
      case Condition.AnyOf any -> false;
    };
  }

  private boolean addAtom(Condition condition, boolean holds, boolean given) {
    return switch (condition) {
      case Condition.Flag flag -> inputs.add(flag, holds) || given;
      case Condition.Equals equals -> inputs.add(equals, holds) || given;
      case Condition.Named named -> addAtom(named.definition(), holds, given);
      case Condition.Not not -> addAtom(not.inner(), !holds, given);
      case Condition.AllOf all -> false;
      case Condition.AnyOf any -> false;
    };
  }
}

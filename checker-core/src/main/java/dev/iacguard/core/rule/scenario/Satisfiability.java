package dev.iacguard.core.rule.scenario;

import dev.iacguard.core.model.Condition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Whether answers to open questions can hold together: a backtracking search over the inputs that
 * the questions are about.
 */
public final class Satisfiability {
  /** Beyond this many steps the answers are taken to be possible. */
  private static final int MAX_STEPS = 20_000;

  private final InputConstraints inputs = new InputConstraints();
  private int steps;

  private Satisfiability() {}

  /** False only when no input makes all of the decisions true. */
  public static boolean possible(List<Decision> decisions) {
    return new Satisfiability().solve(new ArrayDeque<>(decisions));
  }

  private boolean solve(Deque<Decision> open) {
    List<Decision> branches = new ArrayList<>();
    while (!open.isEmpty()) {
      if (++steps > MAX_STEPS) {
        return true;
      }
      Decision next = open.pop();
      switch (next.condition()) {
        case Condition.Flag flag -> {
          if (!inputs.add(flag, next.holds())) {
            return false;
          }
        }
        case Condition.Equals equals -> {
          if (!inputs.add(equals, next.holds())) {
            return false;
          }
        }
        case Condition.Named named -> open.push(new Decision(named.definition(), next.holds()));
        case Condition.Not not -> open.push(new Decision(not.inner(), !next.holds()));
        case Condition.AllOf all -> split(all.parts(), next, next.holds(), open, branches);
        case Condition.AnyOf any -> split(any.parts(), next, !next.holds(), open, branches);
      }
    }
    return branches.isEmpty() || branch(branches);
  }

  private static void split(
      List<Condition> parts,
      Decision decision,
      boolean every,
      Deque<Decision> open,
      List<Decision> branches) {
    if (every) {
      parts.forEach(part -> open.push(new Decision(part, decision.holds())));
    } else {
      branches.add(decision);
    }
  }

  /** Tries each part of the first branch that could make it come true. */
  private boolean branch(List<Decision> branches) {
    Decision first = branches.get(0);
    for (Condition part : partsOf(first.condition())) {
      int before = inputs.mark();
      Deque<Decision> open = new ArrayDeque<>(branches.subList(1, branches.size()));
      open.push(new Decision(part, first.holds()));
      if (solve(open)) {
        return true;
      }
      inputs.undo(before);
    }
    return false;
  }

  private static List<Condition> partsOf(Condition condition) {
    return switch (condition) {
      case Condition.AllOf all -> all.parts();
      case Condition.AnyOf any -> any.parts();
      default -> List.of(condition);
    };
  }
}

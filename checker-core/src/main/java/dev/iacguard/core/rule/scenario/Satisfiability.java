package dev.iacguard.core.rule.scenario;

import dev.iacguard.core.model.Condition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides whether answers to open conditions can hold together: a backtracking search over the
 * inputs that the conditions depend on.
 */
final class Satisfiability {
  /** Beyond this many steps the answers are taken to be possible. */
  private static final int MAX_STEPS = 20_000;

  private int steps;

  private Satisfiability() {}

  /** False only when no input makes all of the decisions true. */
  static boolean possible(List<Decision> decisions) {
    return new Satisfiability().solve(new ArrayDeque<>(decisions), new HashMap<>());
  }

  private boolean solve(Deque<Decision> open, Map<Condition, Boolean> known) {
    List<Decision> branches = new ArrayList<>();
    while (!open.isEmpty()) {
      if (++steps > MAX_STEPS) {
        return true;
      }
      Decision next = open.pop();
      switch (next.condition()) {
        case Condition.Flag flag -> {
          if (!record(flag, next.holds(), known)) {
            return false;
          }
        }
        case Condition.Equals equals -> {
          if (!record(equals, next.holds(), known) || !oneValue(equals, known)) {
            return false;
          }
        }
        case Condition.Named named -> open.push(new Decision(named.definition(), next.holds()));
        case Condition.Not not -> open.push(new Decision(not.inner(), !next.holds()));
        case Condition.AllOf all -> split(all.parts(), next, next.holds(), open, branches);
        case Condition.AnyOf any -> split(any.parts(), next, !next.holds(), open, branches);
      }
    }
    return branches.isEmpty() || branch(branches, known);
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
  private boolean branch(List<Decision> branches, Map<Condition, Boolean> known) {
    Decision first = branches.get(0);
    for (Condition part : partsOf(first.condition())) {
      Deque<Decision> open = new ArrayDeque<>(branches.subList(1, branches.size()));
      open.push(new Decision(part, first.holds()));
      if (solve(open, new HashMap<>(known))) {
        return true;
      }
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

  private static boolean record(Condition atom, boolean holds, Map<Condition, Boolean> known) {
    Boolean before = known.put(atom, holds);
    return before == null || before == holds;
  }

  /** An input has exactly one value, and one of the allowed ones where these are given. */
  private static boolean oneValue(Condition.Equals about, Map<Condition, Boolean> known) {
    int yes = 0;
    int no = 0;
    for (Map.Entry<Condition, Boolean> entry : known.entrySet()) {
      if (entry.getKey() instanceof Condition.Equals other
          && other.subject().equals(about.subject())) {
        if (entry.getValue()) {
          yes++;
        } else if (about.allowed().contains(other.value())) {
          no++;
        }
      }
    }
    boolean valueIsAllowed =
        !Boolean.TRUE.equals(known.get(about))
            || about.allowed().isEmpty()
            || about.allowed().contains(about.value());
    return yes <= 1 && valueIsAllowed && (about.allowed().isEmpty() || no < about.allowed().size());
  }
}

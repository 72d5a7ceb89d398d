package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Limits;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bounds the evaluation of one stack, however its templates refer to one another. */
final class EvaluationBudget {
  /** Elements or characters that take as long to look at as one node. */
  private static final int SIZE_OF_STEP = 16;

  private final WorkBudget work;
  private final Set<String> said = new HashSet<>();
  private int depth;
  private int steps;

  EvaluationBudget(WorkBudget work) {
    this.work = work;
  }

  /** False when the evaluation must not go deeper; otherwise {@link #leave} must follow. */
  boolean enter() {
    if (depth == 0) {
      steps = 0;
    }
    if (depth >= Limits.DEPTH || steps >= Limits.STEPS || !work.charge(Bound.STEPS, 1)) {
      return false;
    }
    depth++;
    steps++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Counts the characters of a new text; false when that is more than the stack may make. */
  boolean make(long characters) {
    work.charge(Bound.STEPS, characters / SIZE_OF_STEP);
    return work.charge(Bound.TEXT, characters);
  }

  /** Counts what is looked at; false when that is more than the stack may ask for. */
  boolean read(long size) {
    return work.charge(Bound.STEPS, size / SIZE_OF_STEP);
  }

  /** Counts a nested stack with its resources; false when the stack would have too many. */
  boolean addStack(int resources) {
    boolean few = work.charge(Bound.STACKS, 1);
    return work.charge(Bound.INSTANCES, resources) && few;
  }

  /** True when a problem says what the stack has gone beyond, and one before it said the same. */
  boolean isSaidAgain(Problem problem) {
    return problem.message().equals(exceeded()) && !said.add(problem.message());
  }

  /** What the stack has gone beyond, in words; null while it has not. */
  @Nullable String exceeded() {
    for (Bound bound : List.of(Bound.STEPS, Bound.TEXT, Bound.STACKS, Bound.INSTANCES)) {
      if (work.isOver(bound)) {
        return "the code asks for " + work.exceeded(bound);
      }
    }
    return null;
  }
}

package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Limits;

/** Bounds the evaluation of one stack, however its templates refer to one another. */
final class EvaluationBudget {
  private int depth;
  private int steps;

  /** False when the evaluation must not go deeper; otherwise {@link #leave} must follow. */
  boolean enter() {
    if (depth == 0) {
      steps = 0;
    }
    if (depth >= Limits.DEPTH || steps >= Limits.STEPS) {
      return false;
    }
    depth++;
    steps++;
    return true;
  }

  void leave() {
    depth--;
  }
}

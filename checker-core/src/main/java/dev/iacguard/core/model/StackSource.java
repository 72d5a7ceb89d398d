package dev.iacguard.core.model;

/** A stack that was found but not read yet. */
public interface StackSource {

  /** As {@link Stack#name()}. */
  String name();

  /**
   * Reads it. Never throws for what the code contains: what is wrong with it becomes a problem of
   * the stack.
   *
   * @param work is charged with what reading and evaluating it takes
   */
  Stack load(WorkBudget work);

  /** Reads it with the usual bounds. */
  default Stack load() {
    return load(new WorkBudget());
  }
}

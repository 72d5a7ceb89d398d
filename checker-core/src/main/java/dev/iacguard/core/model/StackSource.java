package dev.iacguard.core.model;

/** A stack that was found but not loaded yet. */
public interface StackSource {

  /** As {@link Stack#name()}. */
  String name();

  /**
   * Reads it. Never throws for what the code contains: what is wrong with it becomes a problem of
   * the stack.
   */
  Stack load();
}

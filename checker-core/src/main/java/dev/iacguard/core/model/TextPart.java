package dev.iacguard.core.model;

/** A known or unknown piece of a string. */
public sealed interface TextPart {

  /** What is known. */
  record Literal(String text) implements TextPart {}

  /**
   * What is not.
   *
   * @param value a {@link Value.Unknown} or a {@link Value.Choice}
   */
  record Hole(Value value) implements TextPart {}
}

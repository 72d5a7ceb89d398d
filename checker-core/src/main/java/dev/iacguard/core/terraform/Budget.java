package dev.iacguard.core.terraform;

/** Bounds the work one stack may take: depth of evaluation and number of steps. */
final class Budget {
  static final int MAX_DEPTH = 4_000;
  static final long MAX_STEPS = 50_000_000;

  /** The largest list or map that is worked out. */
  static final int MAX_ELEMENTS = 100_000;

  /** The longest text that is worked out, in UTF-16 code units. */
  static final int MAX_TEXT = 4 << 20;

  /** The longest number that is read from a text or written to one, in digits. */
  static final int MAX_DIGITS = 4_096;

  /** The most instances one block may have. */
  static final int MAX_INSTANCES = 20_000;

  private int depth;
  private long steps;
  private boolean exceeded;

  /** False when a limit is reached; then nothing was entered that has to be left. */
  boolean enter() {
    if (depth >= MAX_DEPTH || ++steps > MAX_STEPS) {
      exceeded = true;
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** True once any limit of this budget was reached. */
  boolean exceeded() {
    return exceeded;
  }
}

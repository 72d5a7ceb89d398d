package dev.iacguard.core.terraform.value;

/** Bounds the evaluation of one stack: depth and number of steps. */
public final class EvaluationBudget {
  /** How deep expressions, locals, variables and modules may be nested in one another. */
  static final int MAX_DEPTH = 4_000;

  static final long MAX_STEPS = 4_000_000;

  /** The largest list or map that is evaluated. */
  public static final int MAX_ELEMENTS = 100_000;

  /** The longest text that is evaluated, in UTF-16 code units. */
  public static final int MAX_TEXT = 4 << 20;

  /** The longest number that is read from a text or written to one, in digits. */
  public static final int MAX_DIGITS = 4_096;

  /** The most instances one block may have. */
  public static final int MAX_INSTANCES = 20_000;

  /** The most module instances one stack may have. */
  public static final int MAX_MODULES = 50_000;

  /** The most unknown pieces of one text. */
  public static final int MAX_HOLES = 10_000;

  private int depth;
  private int modules;
  private long steps;
  private boolean told;

  /** False when a limit is reached; then nothing was entered that has to be left. */
  public boolean enter() {
    if (depth >= MAX_DEPTH || ++steps > MAX_STEPS) {
      return false;
    }
    depth++;
    return true;
  }

  /** False, and nothing added, when there would be too many module instances. */
  public boolean addModules(int number) {
    boolean fits = number <= MAX_MODULES - modules;
    modules += fits ? number : 0;
    return fits;
  }

  /** True when no more steps are left: loops end then. */
  public boolean isUsedUp() {
    return steps >= MAX_STEPS;
  }

  public void leave() {
    depth--;
  }

  /** What the limit that was reached is called; empty when it was said before. */
  public String reached() {
    if (told) {
      return "";
    }
    told = true;
    return depth >= MAX_DEPTH
        ? "expressions nested more than " + MAX_DEPTH + " deep"
        : "more than " + MAX_STEPS + " steps of evaluation";
  }
}

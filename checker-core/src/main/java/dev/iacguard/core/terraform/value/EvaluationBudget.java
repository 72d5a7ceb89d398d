package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Bounds the evaluation of one stack: depth, number of steps and size of the results. */
public final class EvaluationBudget {
  /** How deep expressions, locals, variables and modules may be nested in one another. */
  static final int MAX_DEPTH = 4_000;

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

  /** Elements or characters that take as long to look at as one expression. */
  private static final int SIZE_OF_STEP = 16;

  private int depth;
  private int modules;
  private final WorkBudget work;
  private final Set<Bound> told = EnumSet.noneOf(Bound.class);
  private boolean tooDeep;

  public EvaluationBudget(WorkBudget work) {
    this.work = work;
  }

  /** False when a limit is reached; then nothing was entered that has to be left. */
  public boolean enter() {
    if (depth >= MAX_DEPTH || !work.charge(Bound.STEPS, 1)) {
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
    return work.isOver(Bound.STEPS) || work.isOver(Bound.TEXT);
  }

  /** Counts what is read to work something out, in elements or characters. */
  public void read(long size) {
    work.charge(Bound.STEPS, size / SIZE_OF_STEP);
  }

  /** Counts elements that were made, each of which takes room. */
  public void hold(long elements) {
    work.charge(Bound.STEPS, elements);
  }

  /** Counts the characters of a new text; false when that is more than the stack may make. */
  public boolean make(long characters) {
    work.charge(Bound.STEPS, characters / SIZE_OF_STEP);
    return work.charge(Bound.TEXT, characters);
  }

  /** Counts new instances; false when that is more than the stack may have. */
  public boolean addInstances(long number) {
    return work.charge(Bound.INSTANCES, number);
  }

  public void leave() {
    depth--;
  }

  /** What the limit that was reached is called; empty when it was said before. */
  public String reached() {
    for (Bound bound : List.of(Bound.STEPS, Bound.TEXT, Bound.INSTANCES)) {
      if (work.isOver(bound) && told.add(bound)) {
        return work.exceeded(bound);
      }
    }
    if (depth < MAX_DEPTH || tooDeep) {
      return "";
    }
    tooDeep = true;
    return "expressions nested more than " + MAX_DEPTH + " deep";
  }
}

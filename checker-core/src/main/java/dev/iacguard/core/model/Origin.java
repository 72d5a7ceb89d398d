package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param at the expression or property that holds the value where it is used
 * @param trail what the value came through on its way there, nearest first; null when it was
 *     written there
 * @param sensitive true when the value must not be printed
 */
public record Origin(Span at, @Nullable Step trail, boolean sensitive) {

  /** A value written where it is used. */
  public static Origin at(Span span) {
    return new Origin(span, null, false);
  }

  /** The same value used at {@code use}, where {@code label} stands for it. */
  public Origin through(Span use, String label) {
    return new Origin(use, new Step(label, at, trail), sensitive);
  }

  /** The same value used at {@code use}, where it is the default of an input of the stack. */
  public Origin throughDefault(Span use, String input) {
    return new Origin(use, new Step(input + " (default)", at, trail, input), sensitive);
  }

  /** The inputs on the trail whose defaults the value rests on, nearest first. */
  public List<String> defaults() {
    List<String> inputs = new ArrayList<>();
    for (Step step = trail; step != null; step = step.next()) {
      if (step.input() != null) {
        inputs.add(step.input());
      }
    }
    return inputs;
  }

  /** The same value with the same trail, used at {@code use}. */
  public Origin usedAt(Span use) {
    return new Origin(use, trail, sensitive);
  }

  public Origin asSensitive() {
    return sensitive ? this : new Origin(at, trail, true);
  }

  /** Where the value was first written: the end of the trail. */
  public Span written() {
    Span last = at;
    for (Step step = trail; step != null; step = step.next()) {
      last = step.at();
    }
    return last;
  }
}

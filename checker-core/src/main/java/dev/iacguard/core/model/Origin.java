package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param at the expression or property that holds the value where it is used
 * @param trail what the value came through on its way there, nearest first; null when it was
 *     written there
 * @param valueMarks what sticks to the value
 * @param copyOf the attribute of a resource that the value was read from unchanged, the nearest
 *     one; null when it was written there or made from other values. It names the resource also
 *     when the value itself is unknown
 */
public record Origin(
    Span at, @Nullable Step trail, ValueMarks valueMarks, Reference.@Nullable ToResource copyOf) {

  public Origin(Span at, @Nullable Step trail, ValueMarks valueMarks) {
    this(at, trail, valueMarks, null);
  }

  /** A value written where it is used. */
  public static Origin at(Span span) {
    return new Origin(span, null, ValueMarks.NONE);
  }

  /** The same value used at {@code use}, where {@code label} stands for it. */
  public Origin through(Span use, String label) {
    return new Origin(use, new Step(label, at, trail), valueMarks, copyOf);
  }

  /** The same value with the same trail, used at {@code use}. */
  public Origin usedAt(Span use) {
    return new Origin(use, trail, valueMarks, copyOf);
  }

  /** The origin of a value that was read from an attribute of a resource as it is. */
  public Origin readFrom(Reference.ToResource attribute) {
    return new Origin(at, trail, valueMarks, attribute);
  }

  /** True when the value must not be printed. */
  public boolean sensitive() {
    return valueMarks.sensitive();
  }

  public Origin asSensitive() {
    return sensitive() ? this : new Origin(at, trail, valueMarks.asSensitive(), copyOf);
  }

  /** The same for a value that may be printed after all. */
  public Origin asPlain() {
    return sensitive() ? new Origin(at, trail, valueMarks.asPlain(), copyOf) : this;
  }

  /** With more marks. */
  public Origin marked(ValueMarks more) {
    ValueMarks all = valueMarks.and(more);
    return all.equals(valueMarks) ? this : new Origin(at, trail, all, copyOf);
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

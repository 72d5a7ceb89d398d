package dev.iacguard.core.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Properties that travel with a value and with everything computed from it, such as
 * <em>sensitive</em>.
 *
 * @param sensitive true when it must not be printed
 * @param defaults the inputs of the stack whose default it was made from ({@code var.days}, {@code
 *     LogDays}): other values of these would make another value; sorted
 */
public record ValueMarks(boolean sensitive, Set<String> defaults) {
  public static final ValueMarks NONE = new ValueMarks(false, Set.of());
  public static final ValueMarks SENSITIVE = new ValueMarks(true, Set.of());

  /** More inputs than this are not named. */
  private static final int MOST_DEFAULTS = 64;

  /** Of the default value of an input. */
  public static ValueMarks ofDefault(String input) {
    return new ValueMarks(false, Set.of(input));
  }

  private boolean isNone() {
    return !sensitive && defaults.isEmpty();
  }

  /** Those of both. */
  public ValueMarks and(ValueMarks other) {
    if (other.isNone()) {
      return this;
    }
    if (isNone()) {
      return other;
    }
    boolean both = sensitive || other.sensitive;
    if (defaults.containsAll(other.defaults) || defaults.size() > MOST_DEFAULTS) {
      return both == sensitive ? this : new ValueMarks(both, defaults);
    }
    Set<String> all = new TreeSet<>(defaults);
    all.addAll(other.defaults);
    return new ValueMarks(both, Collections.unmodifiableSet(all));
  }

  ValueMarks asSensitive() {
    return and(SENSITIVE);
  }

  ValueMarks asPlain() {
    return sensitive ? new ValueMarks(false, defaults) : this;
  }
}

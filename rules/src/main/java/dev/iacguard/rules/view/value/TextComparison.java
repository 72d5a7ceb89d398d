package dev.iacguard.rules.view.value;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Compares strings with unknown pieces. */
public enum TextComparison {
  /** Whatever the unknown pieces are. */
  SAME,
  /** That depends on the unknown pieces. */
  UNDECIDED,
  /** Whatever the unknown pieces are. */
  DIFFERENT;

  /** Whether both answers are {@link #SAME}. */
  public TextComparison and(TextComparison other) {
    return compareTo(other) > 0 ? this : other;
  }

  /** Whether one of two answers is {@link #SAME}. */
  public TextComparison or(TextComparison other) {
    return compareTo(other) < 0 ? this : other;
  }

  /** Compares resolved values; what is not a string differs from every string. */
  public static TextComparison of(Value one, Value other) {
    Value.Text first = asText(one);
    Value.Text second = asText(other);
    return first == null || second == null ? DIFFERENT : of(first, second);
  }

  private static TextComparison of(Value.Text one, Value.Text other) {
    Deque<TextPart> first = new ArrayDeque<>(one.parts());
    Deque<TextPart> second = new ArrayDeque<>(other.parts());
    if (!dropCommon(first, second, true) || !dropCommon(first, second, false)) {
      return DIFFERENT;
    }
    if (first.isEmpty() && second.isEmpty()) {
      return SAME;
    }
    return mayBe(first, second) && mayBe(second, first) ? UNDECIDED : DIFFERENT;
  }

  /** A name as a string, an unknown one as a string that is all hole; null when it is none. */
  public static Value.@Nullable Text asText(Value name) {
    return switch (name) {
      case Value.Text text -> text;
      case Value.Unknown unknown -> new TextBuilder().add(unknown).build(unknown.origin());
      default -> null;
    };
  }

  /**
   * Drops what both begin or end with; false when known characters differ there.
   *
   * @param start true to begin at the start, false at the end
   */
  private static boolean dropCommon(Deque<TextPart> one, Deque<TextPart> other, boolean start) {
    while (!one.isEmpty() && !other.isEmpty()) {
      TextPart first = start ? one.removeFirst() : one.removeLast();
      TextPart second = start ? other.removeFirst() : other.removeLast();
      if (first instanceof TextPart.Literal a && second instanceof TextPart.Literal b) {
        String longer = a.text().length() < b.text().length() ? b.text() : a.text();
        String shorter = a.text().length() < b.text().length() ? a.text() : b.text();
        if (!(start ? longer.startsWith(shorter) : longer.endsWith(shorter))) {
          return false;
        }
        String rest =
            start
                ? longer.substring(shorter.length())
                : longer.substring(0, longer.length() - shorter.length());
        if (!rest.isEmpty()) {
          put(a.text().equals(longer) ? one : other, new TextPart.Literal(rest), start);
        }
      } else if (!isSameHole(first, second)) {
        put(one, first, start);
        put(other, second, start);
        break;
      }
    }
    return true;
  }

  private static void put(Deque<TextPart> parts, TextPart part, boolean start) {
    if (start) {
      parts.addFirst(part);
    } else {
      parts.addLast(part);
    }
  }

  /** False when the first is known and lacks what is known of the second. */
  private static boolean mayBe(Deque<TextPart> known, Deque<TextPart> pattern) {
    StringBuilder all = new StringBuilder();
    for (TextPart part : known) {
      if (!(part instanceof TextPart.Literal literal)) {
        return true;
      }
      all.append(literal.text());
    }
    int from = 0;
    Iterator<TextPart> parts = pattern.iterator();
    while (parts.hasNext()) {
      if (parts.next() instanceof TextPart.Literal literal) {
        int at = all.indexOf(literal.text(), from);
        if (at < 0) {
          return false;
        }
        from = at + literal.text().length();
      }
    }
    return true;
  }

  /** Holes are the same when they are one named unknown; what was made from it may differ. */
  private static boolean isSameHole(TextPart one, TextPart other) {
    return one instanceof TextPart.Hole hole
        && other instanceof TextPart.Hole second
        && hole.value() instanceof Value.Unknown first
        && second.value() instanceof Value.Unknown also
        && first.cause() != Cause.NOT_EVALUATED
        && !first.references().isEmpty()
        && first.cause() == also.cause()
        && first.what().equals(also.what())
        && first.references().equals(also.references());
  }
}

package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates Terraform's {@code ==}: of one type and of one value; a list is never equal to a tuple.
 */
public final class Equality {
  private Equality() {}

  /**
   * True, false, or a choice on the question itself.
   *
   * @param question the comparison as written, for what has no name of its own
   */
  public static Value equal(Value left, Value right, Origin origin, String question) {
    return ChoiceLifting.map(left, right, (l, r) -> compare(l, r, origin, question));
  }

  private static Value compare(Value left, Value right, Origin origin, String question) {
    if (Derived.isError(left)) {
      return left;
    }
    if (Derived.isError(right)) {
      return right;
    }
    Boolean same = same(left, right);
    if (same != null) {
      return new Value.Bool(same, origin);
    }
    Condition condition = condition(left, right);
    return new Value.Choice(
        condition != null ? condition : new Condition.Flag(question),
        new Value.Bool(true, origin),
        new Value.Bool(false, origin),
        origin);
  }

  /**
   * An unknown input compared with something known is a question about that input, which is the
   * same however it is asked.
   */
  private static @Nullable Condition condition(Value left, Value right) {
    if (!(left instanceof Value.Unknown unknown)) {
      return right instanceof Value.Unknown ? condition(right, left) : null;
    }
    return switch (right) {
      case Value.Null none when !unknown.references().isEmpty() && !isCut(unknown.what()) ->
          new Condition.Flag(unknown.what() + " == null");
      case Value.Bool bool -> {
        Condition flag = new Condition.Flag(unknown.what());
        yield bool.value() ? flag : new Condition.Not(flag);
      }
      default -> {
        String text = Conversions.knownText(right);
        yield text == null ? null : new Condition.Equals(unknown.what(), text, List.of());
      }
    };
  }

  /** Whether two values are equal, or null when that cannot be determined. */
  public static @Nullable Boolean same(Value left, Value right) {
    if (left instanceof Value.Unknown a && right instanceof Value.Unknown b) {
      return isOneThing(a, b) ? true : null;
    }
    if (left instanceof Value.Null || right instanceof Value.Null) {
      return sameAsNull(left instanceof Value.Null ? right : left);
    }
    if (left instanceof Value.Unknown
        || right instanceof Value.Unknown
        || left instanceof Value.Choice
        || right instanceof Value.Choice) {
      return null;
    }
    return switch (left) {
      case Value.Text a -> right instanceof Value.Text b ? sameText(a, b) : Boolean.FALSE;
      case Value.Numeric a ->
          right instanceof Value.Numeric b && a.value().compareTo(b.value()) == 0;
      case Value.Bool a -> right instanceof Value.Bool b && a.value() == b.value();
      case Value.Sequence a ->
          right instanceof Value.Sequence b ? sameElements(a, b) : Boolean.FALSE;
      case Value.Mapping a -> right instanceof Value.Mapping b ? sameEntries(a, b) : Boolean.FALSE;
      default -> null;
    };
  }

  private static boolean isOneThing(Value.Unknown left, Value.Unknown right) {
    return !left.references().isEmpty()
        && left.references().equals(right.references())
        && left.what().equals(right.what())
        && !isCut(left.what());
  }

  /** True for a name that was shortened, so that other expressions may have it too. */
  private static boolean isCut(String name) {
    return name.indexOf('…') >= 0;
  }

  private static @Nullable Boolean sameAsNull(Value other) {
    return switch (other) {
      case Value.Null none -> true;
      case Value.Unknown unknown -> unknown.notNull() ? Boolean.FALSE : null;
      default -> false;
    };
  }

  private static @Nullable Boolean sameText(Value.Text left, Value.Text right) {
    String a = left.known();
    String b = right.known();
    if (a != null && b != null) {
      return a.equals(b);
    }
    if (left.parts().equals(right.parts())) {
      return true;
    }
    return differ(left, right) ? false : null;
  }

  /** True when what is known at the start or at the end already differs. */
  private static boolean differ(Value.Text left, Value.Text right) {
    String a = left.parts().get(0) instanceof TextPart.Literal first ? first.text() : "";
    String b =
        right.parts().isEmpty()
            ? null
            : right.parts().get(0) instanceof TextPart.Literal first ? first.text() : "";
    if (b == null) {
      return !a.isEmpty();
    }
    int common = Math.min(a.length(), b.length());
    return !a.regionMatches(0, b, 0, common)
        || (right.known() != null && a.length() > b.length())
        || (left.known() != null && b.length() > a.length());
  }

  private static @Nullable Boolean sameElements(Value.Sequence left, Value.Sequence right) {
    if (left.kind() != right.kind()) {
      return false;
    }
    if (left.open() || right.open()) {
      return null;
    }
    // What is not known of a set may be one of its other elements, and stand anywhere.
    boolean set = left.kind() == Value.Sequence.Kind.SET;
    if (set && !(Derived.isWhollyKnown(left) && Derived.isWhollyKnown(right))) {
      return null;
    }
    if (left.elements().size() != right.elements().size()) {
      return false;
    }
    Boolean all = true;
    Iterator<Value> others = right.elements().iterator();
    for (Value element : left.elements()) {
      Boolean same = same(element, others.next());
      if (Boolean.FALSE.equals(same)) {
        return false;
      }
      all = same == null ? null : all;
    }
    return all;
  }

  private static @Nullable Boolean sameEntries(Value.Mapping left, Value.Mapping right) {
    if (left.typed() != right.typed()) {
      return false;
    }
    if (left.open() || right.open()) {
      return null;
    }
    if (!left.entries().keySet().equals(right.entries().keySet())) {
      return false;
    }
    Boolean all = true;
    for (var entry : left.entries().entrySet()) {
      Value other = right.get(entry.getKey());
      Boolean same = other == null ? Boolean.FALSE : same(entry.getValue(), other);
      if (Boolean.FALSE.equals(same)) {
        return false;
      }
      all = same == null ? null : all;
    }
    return all;
  }
}

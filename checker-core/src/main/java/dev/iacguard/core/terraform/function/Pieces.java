package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on a string of which only pieces are known. */
final class Pieces {
  /** A longer text is not looked for at the ends of pieces. */
  private static final int LONGEST = 1_000;

  private Pieces() {}

  /** What a function on characters does to one known piece. */
  interface Change {
    /**
     * @param first true when nothing stands before the piece
     * @param last true when nothing stands behind it
     */
    String apply(String literal, boolean first, boolean last);
  }

  /** Changes the known pieces of the first argument; the others are what the call makes of them. */
  static Value change(FunctionCall call, Change change) {
    return change(call, 0, change);
  }

  static Value change(FunctionCall call, int argument, Change change) {
    if (!(call.argument(argument) instanceof Value.Text text)) {
      return call.unknown();
    }
    TextBuilder changed = new TextBuilder();
    List<TextPart> parts = text.parts();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      switch (parts.get(i)) {
        case TextPart.Literal literal -> changed.add(change.apply(literal.text(), i == 0, last));
        case TextPart.Hole hole -> changed.add(new TextPart.Hole(inside(call, hole.value())));
      }
      if (changed.length() > EvaluationBudget.MAX_TEXT) {
        return call.tooLong();
      }
    }
    return changed.build(call.origin());
  }

  /**
   * True when the known pieces get longer than the limit.
   *
   * @param length of what is put in place of every {@code wanted}
   */
  static boolean isTooLong(Value value, String wanted, long length) {
    long all = 0;
    for (TextPart part : value instanceof Value.Text text ? text.parts() : List.<TextPart>of()) {
      if (part instanceof TextPart.Literal literal) {
        String text = literal.text();
        all += text.length();
        int at = text.indexOf(wanted);
        while (at >= 0 && all <= EvaluationBudget.MAX_TEXT) {
          all += length - wanted.length();
          int next = at + Math.max(1, wanted.length());
          at = next > text.length() ? -1 : text.indexOf(wanted, next);
        }
      }
    }
    return all > EvaluationBudget.MAX_TEXT;
  }

  /** What a call makes of an unknown piece. */
  static Value inside(FunctionCall call, Value piece) {
    return Derived.unknown(call.written(), call.origin(), List.of(piece));
  }

  /** True when a searched text may be made of a known piece and something beside it. */
  static boolean mayStraddle(Value value, String wanted) {
    if (!(value instanceof Value.Text text) || wanted.length() > LONGEST) {
      return true;
    }
    List<TextPart> parts = text.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof TextPart.Literal literal) {
        boolean before = i > 0;
        boolean after = i < parts.size() - 1;
        for (int length = 1; length < wanted.length(); length++) {
          String start = wanted.substring(0, length);
          String end = wanted.substring(wanted.length() - length);
          if ((after && literal.text().endsWith(start))
              || (before && literal.text().startsWith(end))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  static @Nullable Boolean startsWith(Value.Text text, String wanted) {
    String known = text.parts().get(0) instanceof TextPart.Literal first ? first.text() : "";
    return known.startsWith(wanted)
        ? Boolean.TRUE
        : wanted.startsWith(known) ? null : Boolean.FALSE;
  }

  static @Nullable Boolean endsWith(Value.Text text, String wanted) {
    TextPart end = text.parts().get(text.parts().size() - 1);
    String known = end instanceof TextPart.Literal last ? last.text() : "";
    return known.endsWith(wanted) ? Boolean.TRUE : wanted.endsWith(known) ? null : Boolean.FALSE;
  }

  static @Nullable Boolean contains(Value.Text text, String wanted) {
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Literal literal && literal.text().contains(wanted)) {
        return true;
      }
    }
    return null;
  }
}

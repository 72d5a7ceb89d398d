package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.PartialArn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that join, split and compare strings. */
final class TextFunctions {
  private TextFunctions() {}

  static Value join(FunctionCall call) {
    String separator = call.known(0);
    if (call.count() < 2) {
      return call.invalid("a list is needed");
    }
    if (separator == null) {
      return call.unknown();
    }
    TextBuilder joined = new TextBuilder();
    String between = "";
    for (Value list : call.arguments().subList(1, call.count())) {
      if (!(list instanceof Value.Sequence sequence)) {
        // The hole represents its elements and the separators that it needs.
        joined.add(
            new TextPart.Hole(Derived.unknown(call.written(), call.origin(), List.of(list))));
        continue;
      }
      for (Value element : sequence.elements()) {
        if (element instanceof Value.Null) {
          return call.invalid("null in a list");
        }
        if (sequence.open()) {
          joined.add(new TextPart.Hole(call.unknown()));
        }
        joined.add(between).add(element);
        between = separator;
        if (joined.length() > EvaluationBudget.MAX_TEXT) {
          return call.tooLong();
        }
      }
      if (sequence.open()) {
        joined.add(new TextPart.Hole(call.unknown()));
      }
    }
    return joined.build(call.origin());
  }

  /** The pieces of a text that is not wholly known, or null. */
  private static @Nullable List<Value> split(FunctionCall call, String separator) {
    return !separator.isEmpty()
            && call.context().withArns(call.argument(1)) instanceof Value.Text partly
        ? PartialArn.split(partly, separator, EvaluationBudget.MAX_ELEMENTS)
        : null;
  }

  static Value split(FunctionCall call) {
    String separator = call.known(0);
    String text = call.known(1);
    if (separator == null || text == null) {
      List<Value> known = separator == null ? null : split(call, separator);
      return known == null ? call.unknown() : call.sequence(Value.Sequence.Kind.LIST, known, false);
    }
    List<Value> pieces = new ArrayList<>();
    int from = 0;
    while (pieces.size() <= EvaluationBudget.MAX_ELEMENTS) {
      int at =
          separator.isEmpty()
              ? from < text.length() ? text.offsetByCodePoints(from, 1) : -1
              : text.indexOf(separator, from);
      if (at < 0) {
        break;
      }
      pieces.add(call.text(text.substring(from, at)));
      from = at + separator.length();
    }
    if (pieces.size() > EvaluationBudget.MAX_ELEMENTS) {
      return call.tooManyElements();
    }
    if (!separator.isEmpty()) {
      pieces.add(call.text(text.substring(from)));
    }
    return call.sequence(Value.Sequence.Kind.LIST, pieces, false);
  }

  /**
   * Plain replacement, in the known pieces of a text; a pattern between slashes is a regular
   * expression.
   */
  static Value replace(FunctionCall call) {
    String wanted = call.known(1);
    String replacement = call.known(2);
    if (wanted == null || replacement == null) {
      return call.unknown();
    }
    String whole = call.known(0);
    if (wanted.length() > 1 && wanted.startsWith("/") && wanted.endsWith("/")) {
      String pattern = wanted.substring(1, wanted.length() - 1);
      return whole == null
          ? call.unknown()
          : RegexFunctions.replace(call, pattern, whole, replacement);
    }
    if (whole == null && Pieces.mayStraddle(call.argument(0), wanted)) {
      return call.unknown();
    }
    return Pieces.isTooLong(call.argument(0), wanted, replacement.length())
        ? call.tooLong()
        : Pieces.change(call, (literal, first, last) -> literal.replace(wanted, replacement));
  }

  static Value indent(FunctionCall call) {
    Integer spaces = call.whole(0);
    if (spaces == null) {
      return call.argument(0) instanceof Value.Unknown
          ? call.unknown()
          : call.invalid("a whole number is needed");
    }
    if (spaces < 0) {
      return call.invalid("a number of spaces is needed");
    }
    if (Pieces.isTooLong(call.argument(1), "\n", spaces + 1L)) {
      return call.tooLong();
    }
    String pad = "\n" + " ".repeat(Math.min(spaces, EvaluationBudget.MAX_TEXT));
    return Pieces.change(call, 1, (literal, first, last) -> literal.replace("\n", pad));
  }

  static Value substring(FunctionCall call) {
    String text = call.known(0);
    Integer offset = call.whole(1);
    Integer length = call.whole(2);
    if (offset == null || length == null) {
      return call.invalid("whole numbers are needed");
    }
    if (text == null) {
      return call.unknown();
    }
    int size = Graphemes.count(text);
    long start = offset < 0 ? Math.max(0, (long) size + offset) : Math.min(size, offset);
    // Terraform takes a length of 0 behind a negative offset for no limit.
    long end = length < 0 || (length == 0 && offset < 0) ? size : Math.min(size, start + length);
    return call.text(Graphemes.between(text, (int) start, (int) end));
  }

  static Value test(FunctionCall call) {
    String wanted = call.known(1);
    if (wanted == null || !(call.argument(0) instanceof Value.Text text)) {
      return "".equals(wanted) ? call.bool(true) : call.unknown();
    }
    String whole = text.known();
    if (whole != null) {
      return call.bool(
          switch (call.name()) {
            case "startswith" -> whole.startsWith(wanted);
            case "endswith" -> whole.endsWith(wanted);
            default -> whole.contains(wanted);
          });
    }
    Boolean known =
        switch (call.name()) {
          case "startswith" -> Pieces.startsWith(text, wanted);
          case "endswith" -> Pieces.endsWith(text, wanted);
          default -> Pieces.contains(text, wanted);
        };
    return known == null ? call.unknown() : call.bool(known);
  }
}

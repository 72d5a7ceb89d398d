package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions on text. */
final class TextFunctions {
  private TextFunctions() {}

  static Value join(FunctionCall call) {
    String separator = Conversions.knownText(call.argument(0));
    if (separator == null) {
      return call.unknown();
    }
    TextBuilder joined = new TextBuilder();
    String between = "";
    for (Value list : call.arguments().subList(1, call.count())) {
      if (!(list instanceof Value.Sequence sequence)) {
        return list instanceof Value.Unknown ? call.unknown() : call.invalid("lists are needed");
      }
      for (Value element : sequence.elements()) {
        joined.add(between).add(Conversions.toText(element));
        between = separator;
      }
      if (sequence.open()) {
        joined.add(new TextPart.Hole(call.unknown()));
      }
      if (joined.length() > Budget.MAX_TEXT) {
        return call.scope()
            .module()
            .limit(call.origin().at(), "a text of more than " + Budget.MAX_TEXT + " characters");
      }
    }
    return joined.build(call.origin());
  }

  static Value split(FunctionCall call) {
    String separator = Conversions.knownText(call.argument(0));
    String text = Conversions.knownText(call.argument(1));
    if (separator == null || text == null) {
      return call.unknown();
    }
    List<Value> pieces = new ArrayList<>();
    if (separator.isEmpty()) {
      text.codePoints().forEach(point -> pieces.add(call.text(Character.toString(point))));
    } else {
      int from = 0;
      for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
        pieces.add(call.text(text.substring(from, at)));
        from = at + separator.length();
      }
      pieces.add(call.text(text.substring(from)));
    }
    return call.sequence(Value.Sequence.Kind.LIST, pieces, false);
  }

  /**
   * Plain replacement; a pattern between slashes is a regular expression. Works on the known pieces
   * of a text.
   */
  static Value replace(FunctionCall call) {
    String wanted = Conversions.knownText(call.argument(1));
    String replacement = Conversions.knownText(call.argument(2));
    boolean pattern =
        wanted != null && wanted.length() > 1 && wanted.startsWith("/") && wanted.endsWith("/");
    if (wanted == null || replacement == null || pattern) {
      return call.unknown();
    }
    return pieces(call, call.argument(0), literal -> literal.replace(wanted, replacement));
  }

  static Value change(FunctionCall call) {
    return pieces(call, call.argument(0), literal -> changed(call.name(), literal));
  }

  private static String changed(String function, String text) {
    return switch (function) {
      case "lower" -> text.toLowerCase(Locale.ROOT);
      case "upper" -> text.toUpperCase(Locale.ROOT);
      default -> text;
    };
  }

  /** What a function on characters does to one known piece. */
  private interface Change {
    String apply(String literal);
  }

  /** Changes the known pieces and keeps the holes, whose text is taken not to be touched. */
  private static Value pieces(FunctionCall call, Value value, Change change) {
    Value text = Conversions.toText(value);
    if (!(text instanceof Value.Text known)) {
      return text instanceof Value.Unknown unknown && !unknown.references().isEmpty()
          ? unknown
          : call.unknown();
    }
    TextBuilder changed = new TextBuilder();
    for (TextPart part : known.parts()) {
      switch (part) {
        case TextPart.Literal literal -> changed.add(change.apply(literal.text()));
        case TextPart.Hole hole -> changed.add(hole);
      }
    }
    return changed.build(call.origin());
  }

  static Value trimEnd(FunctionCall call) {
    String end = Conversions.knownText(call.argument(1));
    Value value = Conversions.toText(call.argument(0));
    if (end == null || !(value instanceof Value.Text text)) {
      return value instanceof Value.Unknown ? value : call.unknown();
    }
    boolean prefix = call.name().equals("trimprefix");
    List<TextPart> parts = text.parts();
    int at = prefix ? 0 : parts.size() - 1;
    if (parts.isEmpty() || !(parts.get(at) instanceof TextPart.Literal literal)) {
      return text;
    }
    String trimmed =
        prefix ? withoutPrefix(literal.text(), end) : withoutSuffix(literal.text(), end);
    TextBuilder result = new TextBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i == at) {
        result.add(trimmed);
      } else {
        result.add(parts.get(i));
      }
    }
    return result.build(call.origin());
  }

  private static String withoutPrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String withoutSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  static Value trim(FunctionCall call) {
    String text = Conversions.knownText(call.argument(0));
    String set = Conversions.knownText(call.argument(1));
    if (text == null || set == null) {
      return call.unknown();
    }
    int from = 0;
    int to = text.length();
    while (from < to && set.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && set.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return call.text(text.substring(from, to));
  }

  static Value substring(FunctionCall call) {
    String text = Conversions.knownText(call.argument(0));
    Integer offset = small(call.argument(1));
    Integer length = small(call.argument(2));
    if (text == null || offset == null || length == null) {
      return call.unknown();
    }
    int size = text.length();
    int from = Math.clamp(offset < 0 ? size + (long) offset : offset, 0, size);
    int to = length < 0 ? size : (int) Math.min(size, from + (long) length);
    return call.text(text.substring(from, to));
  }

  private static @Nullable Integer small(Value value) {
    BigInteger number = Numbers.whole(value);
    return number == null || number.bitLength() > 31 ? null : number.intValue();
  }

  static Value test(FunctionCall call) {
    String text = Conversions.knownText(call.argument(0));
    String wanted = Conversions.knownText(call.argument(1));
    if (text == null || wanted == null) {
      return call.unknown();
    }
    return call.bool(
        switch (call.name()) {
          case "startswith" -> text.startsWith(wanted);
          case "endswith" -> text.endsWith(wanted);
          default -> text.contains(wanted);
        });
  }
}

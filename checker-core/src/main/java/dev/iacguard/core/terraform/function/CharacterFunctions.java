package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Functions that change the characters of a string, or trim its ends. */
final class CharacterFunctions {
  private CharacterFunctions() {}

  static Value change(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Text text)) {
      return call.unknown();
    }
    boolean neighbours = call.name().equals("title") || call.name().equals("strrev");
    if (neighbours && text.known() == null) {
      return call.unknown();
    }
    return Pieces.change(
        call,
        (literal, first, last) ->
            switch (call.name()) {
              case "lower" -> each(literal, Character::toLowerCase);
              case "upper" -> each(literal, Character::toUpperCase);
              case "title" -> title(literal);
              case "strrev" -> Graphemes.reversed(literal);
              case "chomp" -> last ? chomp(literal) : literal;
              default -> trimmed(literal, first, last, CharacterFunctions::isSpace);
            });
  }

  private static String each(String text, IntUnaryOperator change) {
    StringBuilder changed = new StringBuilder(text.length());
    text.codePoints().forEach(point -> changed.appendCodePoint(change.applyAsInt(point)));
    return changed.toString();
  }

  private static String title(String text) {
    StringBuilder titled = new StringBuilder(text.length());
    int before = ' ';
    for (int i = 0; i < text.length(); i += Character.charCount(before)) {
      int point = text.codePointAt(i);
      titled.appendCodePoint(separates(before) ? Character.toTitleCase(point) : point);
      before = point;
    }
    return titled.toString();
  }

  private static boolean separates(int point) {
    if (Character.isLetterOrDigit(point) || point == '_') {
      return false;
    }
    return point < 0x80 || isSpace(point);
  }

  /** White space as Go and Unicode define it. */
  private static boolean isSpace(int point) {
    return (point >= 9 && point <= 13)
        || point == ' '
        || point == 0x85
        || Character.isSpaceChar(point);
  }

  private static String chomp(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String trimmed(String text, boolean start, boolean end, IntPredicate dropped) {
    int from = 0;
    int to = text.length();
    while (start && from < to && dropped.test(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (end && to > from && dropped.test(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  static Value trim(FunctionCall call) {
    String set = call.known(1);
    if (set == null) {
      return call.unknown();
    }
    return Pieces.change(
        call, (literal, first, last) -> trimmed(literal, first, last, c -> set.indexOf(c) >= 0));
  }

  static Value trimPrefix(FunctionCall call) {
    String prefix = call.known(1);
    if (prefix == null || !(call.argument(0) instanceof Value.Text text)) {
      return call.unknown();
    }
    return trimEnd(call, text, prefix, true);
  }

  static Value trimSuffix(FunctionCall call) {
    String suffix = call.known(1);
    if (suffix == null || !(call.argument(0) instanceof Value.Text text)) {
      return call.unknown();
    }
    return trimEnd(call, text, suffix, false);
  }

  /** Only the piece at that end changes; the others keep what they are. */
  private static Value trimEnd(FunctionCall call, Value.Text text, String end, boolean start) {
    List<TextPart> parts = text.parts();
    if (parts.isEmpty() || end.isEmpty()) {
      return text;
    }
    int at = start ? 0 : parts.size() - 1;
    TextPart changed;
    if (parts.get(at) instanceof TextPart.Literal literal) {
      String known = literal.text();
      boolean whole = start ? known.startsWith(end) : known.endsWith(end);
      boolean maybe = start ? end.startsWith(known) : end.endsWith(known);
      if (!whole && maybe && parts.size() > 1) {
        return call.unknown();
      }
      int from = whole && start ? end.length() : 0;
      int to = whole && !start ? known.length() - end.length() : known.length();
      changed = new TextPart.Literal(known.substring(from, to));
    } else {
      changed = new TextPart.Hole(Pieces.inside(call, text));
    }
    TextBuilder trimmed = new TextBuilder();
    for (int i = 0; i < parts.size(); i++) {
      trimmed.add(i == at ? changed : parts.get(i));
    }
    return trimmed.build(call.origin());
  }
}

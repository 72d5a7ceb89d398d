package dev.iacguard.rules.view.format;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A common mistake that makes a text invalid JSON.
 *
 * @param what the mistake, with where it is: {@code a comma too many before "}"}
 * @param help what to do
 * @param offset of the character where it is seen, in the text; -1 when it is no single one
 */
public record JsonMistake(String what, String help, int offset) {
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

  /** Mistakes by the pattern that shows them, where each string is an S and blanks. */
  private static final List<Shape> SHAPES =
      List.of(
          new Shape(",\\s*([}\\],])", "unexpected comma before \"%s\"", "remove the comma", 0),
          new Shape("(\")", "a quote is missing", "put all names and strings in quotes", -1),
          new Shape("[{,:]\\s*(')", "single quotes", "use double quotes", 1),
          new Shape(
              "[{,]\\s*(?!S\\s*:)([A-Za-z_]\\w*)\\s*:", "the name %s is not quoted", "quote it", 1),
          new Shape("[{,]\\s*S\\s*([S\\d{\\[])", "missing colon after a name", "add the colon", 1),
          new Shape(":\\s*([,}])", "missing value before \"%s\"", "add the value", 1),
          new Shape(
              "[}\\]\\w]\\s*(?=(S)\\s*:)",
              "missing comma between two members",
              "add the comma",
              1));

  /**
   * A mistake that a pattern shows.
   *
   * @param what it is, with a place for what the pattern's group holds
   * @param at the group of the pattern that shows where it is; -1 for no single place
   */
  private record Shape(Pattern pattern, String what, String help, int at) {
    Shape(String pattern, String what, String help, int at) {
      this(Pattern.compile(pattern), what, help, at);
    }

    @Nullable JsonMistake in(String plain) {
      Matcher found = pattern.matcher(plain);
      return found.find()
          ? new JsonMistake(what.formatted(found.group(1)), help, at < 0 ? at : found.start(at))
          : null;
    }
  }

  /** The first mistake that is found in a text; null when none of the common ones is there. */
  static @Nullable JsonMistake in(String text) {
    String plain = STRING.matcher(text).replaceAll(string -> "S" + blanks(string));
    for (Shape shape : SHAPES) {
      JsonMistake mistake = shape.in(plain);
      if (mistake != null) {
        return mistake;
      }
    }
    for (String pair : List.of("{}", "[]")) {
      long open = plain.chars().filter(c -> c == pair.charAt(0)).count();
      long closed = plain.chars().filter(c -> c == pair.charAt(1)).count();
      if (open != closed) {
        return new JsonMistake(
            open > closed
                ? "unclosed bracket, \"" + pair.charAt(1) + "\" is missing"
                : "unmatched closing bracket \"" + pair.charAt(1) + "\"",
            "balance the brackets",
            -1);
      }
    }
    return null;
  }

  /** What keeps the offsets of the text. */
  private static String blanks(MatchResult string) {
    return " ".repeat(string.end() - string.start() - 1);
  }
}

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
  private static final Pattern EXTRA = Pattern.compile(",\\s*([}\\],])");
  private static final Pattern MISSING = Pattern.compile("[}\\]\\w]\\s*(?=S\\s*:)");
  private static final List<Character> OPENING = List.of('{', '[');

  /** The first mistake that is found in a text; null when none of the common ones is there. */
  static @Nullable JsonMistake in(String text) {
    String plain = STRING.matcher(text).replaceAll(string -> "S" + blanks(string));
    Matcher extra = EXTRA.matcher(plain);
    if (extra.find()) {
      return new JsonMistake(
          "unexpected comma before \"" + extra.group(1) + "\"", "remove the comma", extra.start());
    }
    Matcher missing = MISSING.matcher(plain);
    if (missing.find()) {
      return new JsonMistake("missing comma between two members", "add the comma", missing.end());
    }
    long open = plain.chars().filter(c -> OPENING.contains((char) c)).count();
    long closed = plain.chars().filter(c -> c == '}' || c == ']').count();
    if (open != closed) {
      return new JsonMistake(
          open > closed ? "unclosed bracket" : "unmatched closing bracket",
          "balance the brackets",
          -1);
    }
    return null;
  }

  /** What keeps the offsets of the text. */
  private static String blanks(MatchResult string) {
    return " ".repeat(string.end() - string.start() - 1);
  }
}

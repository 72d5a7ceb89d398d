package dev.iacguard.rules.view.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A common mistake that makes a text invalid JSON.
 *
 * @param what the mistake, with where it is: {@code a comma too many before "}"}
 * @param help what to do
 */
public record JsonMistake(String what, String help) {
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final Pattern EXTRA = Pattern.compile(",\\s*([}\\],])");
  private static final Pattern MISSING = Pattern.compile("[}\\]\\w]\\s*(?=S\\s*:)");
  private static final List<Character> OPENING = List.of('{', '[');

  /** The first mistake that is found in a text; null when none of the common ones is there. */
  static @Nullable JsonMistake in(String text) {
    String plain = STRING.matcher(text).replaceAll("S");
    Matcher extra = EXTRA.matcher(plain);
    if (extra.find()) {
      return new JsonMistake(
          "unexpected comma before \"" + extra.group(1) + "\"", "remove the comma");
    }
    if (MISSING.matcher(plain).find()) {
      return new JsonMistake("missing comma between two members", "add the comma");
    }
    long open = plain.chars().filter(c -> OPENING.contains((char) c)).count();
    long closed = plain.chars().filter(c -> c == '}' || c == ']').count();
    if (open != closed) {
      return new JsonMistake(
          open > closed ? "unclosed bracket" : "unmatched closing bracket", "balance the brackets");
    }
    return null;
  }
}

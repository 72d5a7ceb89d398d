package dev.iacguard.rules.view;

import java.util.Set;

/** Finds {@code $context} variables in a format, written as {@code $context.x} or in braces. */
final class Variables {
  /** Stands for an unknown piece in a format's known text. */
  static final char HOLE = '\uFFFC';

  private static final String PLAIN = "$context.";
  private static final String BRACED = "${context.";

  private Variables() {}

  /**
   * @param goesOn true when an unknown piece follows, so that a name at the end may be only the
   *     start of one
   */
  static void find(String text, boolean goesOn, Set<String> found) {
    for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
      boolean braced = text.startsWith(BRACED, at);
      if (!braced && !text.startsWith(PLAIN, at)) {
        continue;
      }
      int start = at + (braced ? BRACED : PLAIN).length();
      int end = end(text, start);
      boolean stops = end < text.length();
      boolean whole = braced ? stops && text.charAt(end) == '}' : stops || !goesOn;
      while (end > start && text.charAt(end - 1) == '.') {
        end--;
      }
      if (whole && end > start) {
        found.add(PLAIN + text.substring(start, end));
      }
    }
  }

  private static int end(String text, int start) {
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.';
  }
}

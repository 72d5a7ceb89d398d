package dev.iacguard.rules.view.format;

import java.util.Set;

/** Finds {@code $context} variables in a format. */
final class Variables {
  /** Represents an unknown piece in a format's known text. */
  static final char HOLE = '\uFFFC';

  private static final String PREFIX = ContextVariable.PREFIX;

  private Variables() {}

  /**
   * @param goesOn true when an unknown piece follows, so that a name at the end may be only the
   *     start of one
   */
  static void find(String text, boolean goesOn, Set<String> found) {
    for (int at = text.indexOf(PREFIX); at >= 0; at = text.indexOf(PREFIX, at + 1)) {
      int end = endOfName(text, at);
      boolean whole = end(text, at + PREFIX.length()) < text.length() || !goesOn;
      if (whole && end > at) {
        found.add(text.substring(at, end));
      }
    }
  }

  /** The end of the variable that starts there; where it starts when there is none. */
  static int endOfName(String text, int at) {
    if (!text.startsWith(PREFIX, at)) {
      return at;
    }
    int start = at + PREFIX.length();
    int end = end(text, start);
    while (end > start && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
      end--;
    }
    return end > start ? end : at;
  }

  /** True when a variable is written in braces, which works but is documented nowhere. */
  static boolean areBraced(String text) {
    return text.contains("${context.");
  }

  private static int end(String text, int start) {
    boolean dashes =
        ContextVariable.FREE_NAMES.stream().anyMatch(prefix -> text.startsWith(prefix, start));
    int end = start;
    while (end < text.length()
        && (isNamePart(text.charAt(end)) || (dashes && text.charAt(end) == '-'))) {
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

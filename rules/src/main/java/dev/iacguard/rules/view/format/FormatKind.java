package dev.iacguard.rules.view.format;

import dev.iacguard.rules.view.format.LogFormat.Kind;

/** The kind of a format, recognised by its shape. */
final class FormatKind {
  private FormatKind() {}

  /**
   * @param format the format, {@link Variables#HOLE} in place of each unknown piece
   */
  static Kind of(String format) {
    String text = format.strip();
    if (text.isEmpty() || text.charAt(0) == Variables.HOLE) {
      return Kind.UNKNOWN;
    }
    if (text.charAt(0) == '{') {
      return Kind.JSON;
    }
    if (text.charAt(0) == '<') {
      return Kind.XML;
    }
    if (text.contains("[$context.requestTime]")) {
      return Kind.CLF;
    }
    return hasCommaBeforeEachVariable(text) ? Kind.CSV : Kind.OTHER;
  }

  private static boolean hasCommaBeforeEachVariable(String text) {
    int first = text.indexOf('$');
    int from = first;
    for (int next = text.indexOf('$', from + 1); next >= 0; next = text.indexOf('$', from + 1)) {
      if (text.substring(from, next).indexOf(',') < 0) {
        return false;
      }
      from = next;
    }
    return first >= 0 && from > first;
  }
}

package dev.iacguard.cli.report;

import dev.iacguard.core.source.Span;

/**
 * One line of code with a part of it marked, as a terminal shows it. A line that is too long is cut
 * around the marked part; of a part that goes on over several lines the first one is shown.
 *
 * @param line 1-based
 * @param code with tabs as spaces
 * @param indent columns in front of the mark
 * @param width columns of the mark, at least one
 */
record CodeFrame(int line, String code, int indent, int width) {
  static final int MOST_CHARACTERS = 160;
  private static final int TAB = 4;
  private static final String CUT = "…";

  /**
   * @param most characters of the line that are shown
   */
  static CodeFrame of(Span span, int most) {
    String text = span.file().text();
    int start = span.from().offset();
    int lineStart = span.file().lineStart(start);
    int lineEnd = lineEnd(text, start);
    int from = Math.min(start - most / 4, lineEnd - most);
    if (span.end() <= lineEnd && span.end() - start <= most) {
      from = Math.max(from, span.end() - most);
    }
    from = Math.max(lineStart, from);
    int to = Math.min(lineEnd, from + most);
    int marked = Math.clamp(span.end(), start, Math.max(start, to));

    StringBuilder code = new StringBuilder(from > lineStart ? CUT : "");
    int indent = append(text, from, start, code, code.length());
    int end = append(text, start, marked, code, indent);
    append(text, marked, to, code, end);
    code.append(to < lineEnd ? CUT : "");
    return new CodeFrame(span.line(), code.toString(), indent, Math.max(1, end - indent));
  }

  /** The end of the line that holds {@code at}, looked for no further than is ever shown. */
  private static int lineEnd(String text, int at) {
    int limit = Math.min(text.length(), at + MOST_CHARACTERS + 1);
    int end = at;
    while (end < limit && text.charAt(end) != '\n' && !text.startsWith("\r\n", end)) {
      end++;
    }
    return end;
  }

  /** Appends characters as they are shown, from one column to the one that is returned. */
  private static int append(String text, int from, int to, StringBuilder code, int column) {
    int reached = column;
    for (int at = from; at < to; ) {
      int codePoint = text.codePointAt(at);
      if (codePoint == '\t') {
        int columns = TAB - reached % TAB;
        code.repeat(' ', columns);
        reached += columns;
      } else {
        int shown = Printable.shown(text, at);
        code.appendCodePoint(shown);
        reached += Printable.width(shown);
      }
      at += Character.charCount(codePoint);
    }
    return reached;
  }
}

package dev.iacguard.cli.report.html;

import dev.iacguard.core.source.Position;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;

/** Writes a piece of code with a few lines around it. */
final class HtmlCode {
  private static final int LINES_AROUND = 2;
  private static final int MOST_MARKED_LINES = 8;
  private static final int MOST_CHARACTERS = 240;
  private static final int CHARACTERS_BEFORE = 40;
  private static final String CUT = "…";

  private HtmlCode() {}

  static void write(Span span, Writer out) throws IOException {
    SourceFile file = span.file();
    Position from = span.from();
    Position to = span.to();
    int lastMarked = Math.min(to.line(), from.line() + MOST_MARKED_LINES - 1);
    int last = Math.min(file.lines(), lastMarked + LINES_AROUND);
    out.write("<pre tabindex=\"0\"><code>");
    for (int line = Math.max(1, from.line() - LINES_AROUND); line <= last; line++) {
      String text = file.line(line);
      boolean marked = line >= from.line() && line <= lastMarked;
      int start = line == from.line() ? Math.min(from.column() - 1, text.length()) : 0;
      int end = line == to.line() ? Math.min(to.column() - 1, text.length()) : text.length();
      out.write("<span class=\"number\">" + line + "</span>");
      if (marked) {
        write(text, start, Math.max(start, end), out);
      } else {
        write(text, 0, 0, out);
      }
      out.write("\n");
    }
    out.write("</code></pre>\n");
  }

  /** A long line is cut around its marked part. */
  private static void write(String line, int start, int end, Writer out) throws IOException {
    int from = line.length() <= MOST_CHARACTERS ? 0 : Math.max(0, start - CHARACTERS_BEFORE);
    int to = Math.min(line.length(), from + MOST_CHARACTERS);
    int marked = Math.min(end, to);
    out.write((from > 0 ? CUT : "") + shown(line, from, start));
    if (marked > start) {
      out.write("<mark>" + shown(line, start, marked) + "</mark>");
    }
    out.write(shown(line, Math.max(start, marked), to) + (to < line.length() ? CUT : ""));
  }

  private static String shown(String line, int from, int to) {
    return Html.text(line.substring(from, to).replace("\t", "    "));
  }
}

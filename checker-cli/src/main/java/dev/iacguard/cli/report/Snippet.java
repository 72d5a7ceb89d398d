package dev.iacguard.cli.report;

import dev.iacguard.cli.report.Style.Role;
import dev.iacguard.core.source.Position;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * A message with the code it speaks of and notes below it:
 *
 * <pre>
 * error[IG101]: stage has no access log
 *   ┌─ infra/api.tf:31:5
 * 31│ resource "aws_api_gateway_stage" "prod" {
 *   │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ here
 *   = help:  add access_log_settings
 * </pre>
 */
final class Snippet {
  private static final int LEAST_MARGIN = 2;

  private final Style style;
  private final Role role;
  private final String head;
  private final String message;
  private final List<Note> notes = new ArrayList<>();

  Snippet(Style style, Role role, String head, String message) {
    this.style = style;
    this.role = role;
    this.head = head;
    this.message = message;
  }

  void note(Note note) {
    notes.add(note);
  }

  /** All text that comes from the checked code is made {@link Printable}. */
  void write(Span at, String label, Writer out) throws IOException {
    out.write(style.paint(role, head));
    String words = wrapped(": " + Printable.line(message), head.length(), 2);
    out.write(style.paint(Role.MESSAGE, words) + "\n");
    String path = Printable.line(at.path());
    String text = at.file().text();
    if (text.isBlank() || !at.file().isQuotable()) {
      Position from = at.from();
      boolean whole = text.isEmpty() && from.line() == 1 && from.column() == 1;
      String where = ":" + from.line() + ":" + from.column();
      margin(LEAST_MARGIN, "┌─ ", out);
      out.write(style.link(at.path(), whole ? path : path + where) + "\n");
      writeNotes(LEAST_MARGIN, out);
      return;
    }
    String number = Integer.toString(at.line());
    int margin = Math.max(LEAST_MARGIN, number.length());
    CodeFrame frame = CodeFrame.of(at, mostCode(margin));
    margin(margin, "┌─ ", out);
    String place = path + ":" + frame.line() + ":" + at.from().column();
    out.write(style.link(at.path(), place) + "\n");
    out.write(style.paint(Role.MARGIN, " ".repeat(margin - number.length()) + number + "│"));
    out.write(frame.code().isEmpty() ? "\n" : " " + frame.code() + "\n");
    margin(margin, "│ ", out);
    out.write(" ".repeat(frame.indent()));
    writeMark(frame, Printable.line(label), margin, out);
    writeNotes(margin, out);
  }

  /** How much of a line of code is shown, with the signs for what is cut. */
  private int mostCode(int margin) {
    int room = style.columns() - margin - "│ ……".length();
    return style.columns() == 0
        ? CodeFrame.MOST_CHARACTERS
        : Math.min(CodeFrame.MOST_CHARACTERS, room);
  }

  /** The label stands behind the mark, or below it where the line is too short. */
  private void writeMark(CodeFrame frame, String label, int margin, Writer out) throws IOException {
    String mark = "^".repeat(frame.width());
    int indent = margin + "│ ".length();
    int width = indent + frame.indent() + frame.width() + " ".length() + Printable.width(label);
    if (label.isEmpty() || style.columns() == 0 || width <= style.columns()) {
      out.write(style.paint(role, label.isEmpty() ? mark : mark + " " + label) + "\n");
    } else {
      out.write(style.paint(role, mark) + "\n");
      margin(margin, "│ ", out);
      out.write(style.paint(role, wrapped(label, indent, indent)) + "\n");
    }
  }

  private void writeNotes(int margin, Writer out) throws IOException {
    int widest = 0;
    for (Note note : notes) {
      widest = Math.max(widest, note.name().length());
    }
    int indent = margin + "= ".length() + widest + ":  ".length();
    for (Note note : notes) {
      margin(margin, "= ", out);
      String gap = " ".repeat(widest - note.name().length() + 2);
      out.write(style.paint(Role.FAINT, note.name() + ":") + gap);
      out.write(wrapped(Printable.line(note.text()), indent, indent) + "\n");
    }
  }

  private String wrapped(String text, int used, int indent) {
    return style.wrapped(text, used, indent);
  }

  private void margin(int width, String sign, Writer out) throws IOException {
    out.write(style.paint(Role.MARGIN, " ".repeat(width) + sign));
  }
}

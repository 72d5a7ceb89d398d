package dev.iacguard.cli.report;

import dev.iacguard.cli.report.Style.Role;
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
 *   │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ here
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

  private record Note(String name, String text) {}

  Snippet(Style style, Role role, String head, String message) {
    this.style = style;
    this.role = role;
    this.head = head;
    this.message = message;
  }

  void note(String name, String text) {
    notes.add(new Note(name, text));
  }

  /** All text that comes from the checked code is made {@link Printable}. */
  void write(Span at, String label, Writer out) throws IOException {
    out.write(style.paint(role, head));
    out.write(style.paint(Role.MESSAGE, ": " + Printable.line(message)) + "\n");
    String path = Printable.line(at.path());
    if (at.file().text().isEmpty()) {
      margin(LEAST_MARGIN, "┌─ ", out);
      out.write(path + "\n");
      writeNotes(LEAST_MARGIN, out);
      return;
    }
    CodeFrame frame = CodeFrame.of(at);
    String number = Integer.toString(frame.line());
    int margin = Math.max(LEAST_MARGIN, number.length());
    margin(margin, "┌─ ", out);
    out.write(path + ":" + frame.line() + ":" + at.from().column() + "\n");
    out.write(style.paint(Role.MARGIN, " ".repeat(margin - number.length()) + number + "│"));
    out.write(frame.code().isEmpty() ? "\n" : " " + frame.code() + "\n");
    margin(margin, "│ ", out);
    String words = label.isEmpty() ? "" : " " + Printable.line(label);
    out.write(" ".repeat(frame.indent()));
    out.write(style.paint(role, "^".repeat(frame.width()) + words) + "\n");
    writeNotes(margin, out);
  }

  private void writeNotes(int margin, Writer out) throws IOException {
    int widest = 0;
    for (Note note : notes) {
      widest = Math.max(widest, note.name.length());
    }
    for (Note note : notes) {
      margin(margin, "= ", out);
      String gap = " ".repeat(widest - note.name.length() + 2);
      out.write(style.paint(Role.FAINT, note.name + ":") + gap + Printable.line(note.text) + "\n");
    }
  }

  private void margin(int width, String sign, Writer out) throws IOException {
    out.write(style.paint(Role.MARGIN, " ".repeat(width) + sign));
  }
}

package dev.iacguard.cli.report.logs;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.Style;
import dev.iacguard.cli.report.Style.Role;
import dev.iacguard.cli.report.table.Table;
import dev.iacguard.cli.report.table.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The report on logs for people. */
public final class LogText implements ReportWriter<LogReport> {
  private static final int MOST_ROWS = 24;

  private final Style style;
  private final boolean quiet;

  /**
   * @param quiet leaves out the tables
   */
  public LogText(Style style, boolean quiet) {
    this.style = style;
    this.quiet = quiet;
  }

  @Override
  public void write(LogReport report, Writer out) throws IOException {
    if (!quiet) {
      for (Table table : LogTables.of(report, MOST_ROWS)) {
        if (!table.rows().isEmpty()) {
          TextTable.write(table, style, out);
        }
      }
    }
    lines("Notices", Role.WARNING, report.notices(), out);
    lines("Not read", Role.ERROR, report.unread(), out);
    for (String line : LogWords.of(report)) {
      out.write(Printable.line(line) + "\n");
    }
  }

  private void lines(String title, Role role, List<String> lines, Writer out) throws IOException {
    if (!lines.isEmpty()) {
      out.write(style.paint(role, title) + "\n");
      for (String line : lines) {
        out.write("  " + Printable.line(line) + "\n");
      }
      out.write("\n");
    }
  }
}

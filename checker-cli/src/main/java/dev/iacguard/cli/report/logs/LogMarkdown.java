package dev.iacguard.cli.report.logs;

import dev.iacguard.cli.report.Markdown;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.table.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The report on logs as Markdown. */
public final class LogMarkdown implements ReportWriter<LogReport> {
  private static final int MOST_ROWS = 50;

  @Override
  public void write(LogReport report, Writer out) throws IOException {
    out.write("## Access log\n\n");
    list(LogWords.of(report), out);
    section("Notices", report.notices(), out);
    section("Not read", report.unread(), out);
    for (Table table : LogTables.of(report, MOST_ROWS)) {
      if (!table.rows().isEmpty()) {
        out.write("\n### " + table.title() + "\n\n");
        Markdown.table(table.head(), table.rows(), out);
        out.write(table.left() == 0 ? "" : "\nand " + table.left() + " more\n");
      }
    }
  }

  private static void section(String title, List<String> lines, Writer out) throws IOException {
    if (!lines.isEmpty()) {
      out.write("\n### " + title + "\n\n");
      list(lines, out);
    }
  }

  private static void list(List<String> lines, Writer out) throws IOException {
    for (String line : lines) {
      out.write("- " + Markdown.text(line) + "\n");
    }
  }
}

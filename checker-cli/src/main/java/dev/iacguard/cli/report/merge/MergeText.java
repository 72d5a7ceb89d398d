package dev.iacguard.cli.report.merge;

import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.Style;
import dev.iacguard.cli.report.Style.Role;
import dev.iacguard.cli.report.table.Table;
import dev.iacguard.cli.report.table.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Many reports as one, for people. */
public final class MergeText implements ReportWriter<Merged> {
  private static final int MOST_ROWS = 10;
  private static final int MOST_STAGES = 20;

  private final Style style;
  private final boolean quiet;

  /**
   * @param quiet leaves out the tables of figures
   */
  public MergeText(Style style, boolean quiet) {
    this.style = style;
    this.quiet = quiet;
  }

  @Override
  public void write(Merged merged, Writer out) throws IOException {
    Table stages = MergeTables.stages(merged, MOST_STAGES);
    if (!stages.rows().isEmpty()) {
      stages(stages, out);
    }
    if (!quiet) {
      for (Table table : MergeTables.figures(merged, MOST_ROWS)) {
        if (!table.rows().isEmpty()) {
          TextTable.write(table, style, out);
        }
      }
    }
    List<String> unreadable = MergeWords.unreadable(merged);
    if (!unreadable.isEmpty()) {
      out.write(style.paint(Role.ERROR, "Reports that could not be read") + "\n");
      for (String line : unreadable) {
        out.write("  " + Printable.line(line) + "\n");
      }
      out.write("\n");
    }
    for (String line : MergeWords.history(merged)) {
      out.write(Printable.line(line) + "\n");
    }
    out.write(Printable.line(MergeWords.reports(merged)) + "\n");
    out.write(MergeWords.summary(merged) + "\n");
  }

  /** Two lines a stage: no table would hold its names. */
  private void stages(Table table, Writer out) throws IOException {
    out.write(style.paint(Role.MESSAGE, table.title()) + "\n");
    for (List<String> row : table.rows()) {
      Role role =
          switch (row.get(1)) {
            case "failing" -> Role.ERROR;
            case "conditional" -> Role.WARNING;
            default -> Role.UNKNOWN;
          };
      out.write("  " + Printable.line(row.get(0)) + "  ");
      out.write(style.paint(role, row.get(1)) + " " + Printable.line(row.get(2)) + "\n");
      String group =
          Printable.line(row.get(3))
              + (row.get(4).isEmpty() ? "" : ", team " + Printable.line(row.get(4)))
              + (row.get(5).isEmpty() ? "" : ", " + Printable.line(row.get(5)))
              + ", "
              + Printable.line(row.get(6));
      out.write(style.paint(Role.FAINT, "    " + group) + "\n");
    }
    out.write(TextTable.left(table));
  }
}

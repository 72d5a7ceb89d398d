package dev.iacguard.cli.report.merge;

import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.Style;
import dev.iacguard.cli.report.Style.Role;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Many reports as one, for people. */
public final class MergeText implements ReportWriter<Merged> {
  private static final int MOST_ROWS = 10;
  private static final int MOST_STAGES = 20;
  private static final int WIDTH = 80;
  private static final int LEAST = 16;

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
    MergeTable stages = MergeTable.stages(merged, MOST_STAGES);
    if (!stages.rows().isEmpty()) {
      stages(stages, out);
    }
    if (!quiet) {
      for (MergeTable table : MergeTable.figures(merged, MOST_ROWS)) {
        if (!table.rows().isEmpty()) {
          table(table, out);
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
    out.write(Printable.line(MergeWords.reports(merged)) + "\n");
    out.write(MergeWords.summary(merged) + "\n");
  }

  /** Two lines a stage: no table would hold its names. */
  private void stages(MergeTable table, Writer out) throws IOException {
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
    left(table, out);
  }

  private void left(MergeTable table, Writer out) throws IOException {
    out.write(table.left() == 0 ? "\n" : "  and " + table.left() + " more\n\n");
  }

  private void table(MergeTable table, Writer out) throws IOException {
    out.write(style.paint(Role.MESSAGE, table.title()) + "\n");
    int[] widths = widths(table);
    List<String> head = table.head().stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
    out.write(style.paint(Role.FAINT, line(head, widths)) + "\n");
    for (List<String> row : table.rows()) {
      out.write(line(row, widths) + "\n");
    }
    left(table, out);
  }

  /** The first column gets what the others leave. */
  private int[] widths(MergeTable table) {
    int[] widths = new int[table.head().size()];
    int others = 2;
    for (int column = 0; column < widths.length; column++) {
      widths[column] = table.head().get(column).length();
      for (List<String> row : table.rows()) {
        widths[column] =
            Math.max(widths[column], Printable.width(Printable.line(row.get(column))));
      }
      others += column == 0 ? 0 : widths[column] + 2;
    }
    int width = style.columns() == 0 ? WIDTH : style.columns();
    widths[0] = Math.min(widths[0], Math.max(LEAST, width - others));
    return widths;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("  ");
    for (int column = 0; column < cells.size(); column++) {
      String cell = Printable.line(cells.get(column));
      int gap = Math.max(0, widths[column] - Printable.width(cell));
      if (column == 0) {
        line.append(cell);
        if (Printable.width(cell) > widths[0]) {
          line.append('\n').repeat(' ', 2 + widths[0]);
        } else {
          line.repeat(' ', gap);
        }
      } else {
        line.append("  ").repeat(' ', gap).append(cell);
      }
    }
    return line.toString();
  }
}

package dev.iacguard.cli.report.table;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.Style;
import dev.iacguard.cli.report.Style.Role;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Writes a table as text: names on the left, figures and short words on the right. */
public final class TextTable {
  private static final int WIDTH = 80;
  private static final int LEAST = 16;

  private TextTable() {}

  /** With its title above it, and what was left out below. */
  public static void write(Table table, Style style, Writer out) throws IOException {
    int[] widths =
        widths(table.head(), table.rows(), style.columns() == 0 ? WIDTH : style.columns());
    List<String> words = table.head().stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
    out.write(style.paint(Role.MESSAGE, table.title()) + "\n");
    out.write(style.paint(Role.FAINT, line(words, widths)) + "\n");
    for (List<String> row : table.rows()) {
      out.write(line(row, widths) + "\n");
    }
    out.write(left(table));
  }

  /** The line behind a table, and an empty one. */
  public static String left(Table table) {
    return table.left() == 0 ? "\n" : "  and " + table.left() + " more\n\n";
  }

  /** The first column gets what the others leave. */
  private static int[] widths(List<String> head, List<List<String>> rows, int width) {
    int[] widths = new int[head.size()];
    int others = 2;
    for (int column = 0; column < widths.length; column++) {
      widths[column] = head.get(column).length();
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], Printable.width(Printable.line(row.get(column))));
      }
      others += column == 0 ? 0 : widths[column] + 2;
    }
    widths[0] = Math.min(widths[0], Math.max(LEAST, width - others));
    return widths;
  }

  /** A name that is too long has a line of its own. */
  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("  ");
    for (int column = 0; column < cells.size(); column++) {
      String cell = Printable.line(cells.get(column));
      int gap = Math.max(0, widths[column] - Printable.width(cell));
      if (column > 0) {
        line.append("  ").repeat(' ', gap).append(cell);
      } else if (Printable.width(cell) > widths[0]) {
        line.append(cell).append('\n').repeat(' ', 2 + widths[0]);
      } else {
        line.append(cell).repeat(' ', gap);
      }
    }
    return line.toString();
  }
}

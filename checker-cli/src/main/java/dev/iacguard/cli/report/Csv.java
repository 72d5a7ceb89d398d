package dev.iacguard.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lines of RFC 4180 that a spreadsheet takes for text and numbers, never for formulas. */
public final class Csv {
  /** A spreadsheet takes a cell that begins with one of these for a formula, the wide ones too. */
  private static final String FORMULA =
      "=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE62\uFE63\uFE66\uFE6B";

  private Csv() {}

  /**
   * @param cells null for an empty one
   */
  public static void line(List<? extends @Nullable String> cells, Writer out) throws IOException {
    String separator = "";
    for (String cell : cells) {
      out.write(separator + (cell == null ? "" : quoted(cell)));
      separator = ",";
    }
    out.write("\r\n");
  }

  private static String quoted(String cell) {
    String line = Printable.line(cell);
    String safe = isFormula(line) ? "'" + line : line;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == ';' || c == '"');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  /** Some spreadsheets skip what is blank. */
  private static boolean isFormula(String cell) {
    int at = 0;
    while (at < cell.length()
        && (Character.isWhitespace(cell.charAt(at)) || Character.isSpaceChar(cell.charAt(at)))) {
      at++;
    }
    return at < cell.length() && FORMULA.indexOf(cell.charAt(at)) >= 0;
  }
}

package dev.iacguard.core.logs;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads values with commas between them, whose names nothing says: {@code column 1}, … */
final class CsvLine implements LineFormat {
  private static final int FEWEST = 4;

  private final FieldTable fields;
  private final byte[][] names;

  private CsvLine(int columns, FieldTable fields) {
    this.fields = fields;
    names = new byte[columns][];
    for (int i = 0; i < columns; i++) {
      names[i] = ("column " + (i + 1)).getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * Null when the line does not look like it.
   *
   * @param sure whether somebody said that it is
   */
  static @Nullable CsvLine of(byte[] bytes, int from, int to, boolean sure, FieldTable fields) {
    int columns = 1;
    for (int at = from; at < to; at++) {
      columns += bytes[at] == ',' ? 1 : 0;
    }
    boolean fits = columns >= (sure ? 2 : FEWEST) && columns <= ParsedLine.MOST;
    return fits ? new CsvLine(columns, fields) : null;
  }

  @Override
  public String kind() {
    return "csv";
  }

  /** A value may have commas between quotes. */
  @Override
  public boolean read(byte[] bytes, int from, int to, ParsedLine line) {
    line.clear();
    int start = from;
    boolean quoted = false;
    for (int at = from; at <= to; at++) {
      if (at < to && bytes[at] == '"') {
        quoted = !quoted;
      } else if (at == to || (bytes[at] == ',' && !quoted)) {
        if (line.count == names.length) {
          return line.fail(at, "it has more values than the first line");
        }
        byte[] name = names[line.count];
        int number = fields.number(line.count, name, 0, name.length);
        boolean quotes = at - start >= 2 && bytes[start] == '"' && bytes[at - 1] == '"';
        line.add(
            number, quotes ? start + 1 : start, quotes ? at - 1 : at, Math.min(at + 1, to) - start);
        start = at + 1;
      }
    }
    line.end = to;
    return line.count == names.length || line.fail(to, "it has fewer values than the first line");
  }
}

package dev.iacguard.core.hcl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A test table: one row a line, {@code text ⇒ expectation}. Empty lines and lines that start with
 * {@code --} and a space are passed over; ␊, ␍ and ␉ stand for line feed, carriage return and tab.
 */
final class Table {
  private Table() {}

  record Row(String text, String expected) {
    @Override
    public String toString() {
      return encode(text);
    }
  }

  static List<Row> rows(String resource) {
    return read(resource)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("-- "))
        .map(Table::row)
        .toList();
  }

  private static Row row(String line) {
    String[] cells = line.split(" ⇒ ", -1);
    if (cells.length != 2) {
      throw new IllegalArgumentException("not a row: " + line);
    }
    return new Row(decode(cells[0]), cells[1].strip());
  }

  static String decode(String cell) {
    return cell.replace('␊', '\n').replace('␍', '\r').replace('␉', '\t');
  }

  static String encode(String text) {
    return text.replace('\n', '␊').replace('\r', '␍').replace('\t', '␉');
  }

  static String read(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(Table.class.getResourceAsStream("/hcl/" + resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

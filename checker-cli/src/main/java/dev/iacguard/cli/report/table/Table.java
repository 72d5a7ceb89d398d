package dev.iacguard.cli.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table of a report for people.
 *
 * @param head words of our own; the first column is a name, the others are figures or short words
 * @param rows foreign text, each as long as the head
 * @param left how many rows are not shown
 */
public record Table(String title, List<String> head, List<List<String>> rows, int left) {

  /**
   * A row for each of the first elements.
   *
   * @param most rows
   */
  public static <T> Table of(
      String title, List<String> head, List<T> all, int most, Function<T, List<String>> row) {
    List<List<String>> rows = new ArrayList<>();
    for (T element : all.subList(0, Math.min(most, all.size()))) {
      rows.add(row.apply(element));
    }
    return new Table(title, head, rows, all.size() - rows.size());
  }
}

package dev.iacguard.cli.report;

import dev.iacguard.core.rule.Example;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the code to paste that a report shows: that of the first item of each rule. */
final class FirstExamples {
  private static final int MOST_LINES = 16;

  private final Set<String> rules = new HashSet<>();

  /** The whole example; null when there is none or the rule had one before. */
  @Nullable Example of(ReportItem item) {
    Example example =
        item instanceof GroupedFinding group ? group.lead().finding().example() : null;
    if (example == null || rules.contains(item.rule()) || example.text().isEmpty()) {
      return null;
    }
    rules.add(item.rule());
    return example;
  }

  /**
   * As much of the example as fits a screen, by whole parts; empty when nothing does.
   *
   * @param columns 0 for no end
   */
  static String onScreen(Example example, int columns) {
    return Stream.of(example.text(), example.here())
        .filter(text -> fits(text, columns))
        .findFirst()
        .orElse("");
  }

  private static boolean fits(String text, int columns) {
    return text.lines().count() <= MOST_LINES
        && (columns == 0 || text.lines().allMatch(line -> Printable.width(line) <= columns));
  }
}

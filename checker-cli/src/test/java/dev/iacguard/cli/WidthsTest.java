package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Printable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text fits the terminal: lines are broken at spaces, and code is cut around what is marked. */
class WidthsTest {
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root"));

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 140})
  void nothingIsWiderThanTheTerminal(int columns) {
    List<String> lines = text(columns);

    assertThat(lines).hasSizeGreaterThan(5_000);
    assertThat(lines).filteredOn(line -> !fits(line, columns)).isEmpty();
  }

  /** Words that are longer than a line are paths and names, which are for copying. */
  private static boolean fits(String line, int columns) {
    String words = line.strip().replaceAll("^(= [^:]+: +|│ |┌─ )", "");
    return Printable.width(line) <= columns || words.indexOf(' ') < 0;
  }

  private static List<String> text(int columns) {
    Cli terminal = Cli.in(ROOT).onTerminal().with("COLUMNS", String.valueOf(columns));
    return terminal.run("check", "fixtures/rules", "--color=never").out().lines().toList();
  }
}

package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of expressions: one a line, with {@code ==>} and the expected value behind it. Empty
 * lines and lines that begin with {@code #} are kept as they are.
 */
record ExpressionTable(Path file, List<String> lines) {
  private static final String ARROW = " ==> ";

  record Row(String expression, String expected) {
    @Override
    public String toString() {
      return expression;
    }
  }

  /**
   * @param name in the folder of this test's resources
   */
  static ExpressionTable read(String name) {
    Path file =
        Path.of(System.getProperty("iacguard.root"))
            .resolve("checker-core/src/test/resources/terraform")
            .resolve(name);
    try {
      return new ExpressionTable(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the functions that {@code functions.txt} lists. */
  static Set<String> functionsOfTerraform() {
    return read("functions.txt").lines().stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf('(')))
        .collect(Collectors.toSet());
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int arrow = line.indexOf(ARROW);
        rows.add(
            arrow < 0
                ? new Row(line, "")
                : new Row(line.substring(0, arrow), line.substring(arrow + ARROW.length())));
      }
    }
    return rows;
  }

  /**
   * Writes the table with other values.
   *
   * @param values of the rows, in their order
   */
  void write(List<String> values) {
    List<String> written = new ArrayList<>();
    int row = 0;
    for (String line : lines) {
      boolean keep = line.isBlank() || line.startsWith("#");
      written.add(keep ? line : rows().get(row).expression() + ARROW + values.get(row++));
    }
    try {
      Files.write(file, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What this project's evaluator gives for the rows, in their order. */
  List<Value> evaluate(Path folder, String more) {
    StringBuilder code = new StringBuilder(more);
    List<Row> rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      code.append(
          "resource \"probe\" \"e%04d\" {\n  value = %s\n}\n"
              .formatted(i, rows.get(i).expression()));
    }
    List<Resource> probes =
        TerraformCode.in(folder).file("main.tf", code.toString()).root().resources("probe");
    return probes.stream().map(probe -> probe.get("value")).toList();
  }
}

package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.iacguard.core.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Expressions give the values that Terraform 1.11 gives. {@code -Diacguard.write} regenerates the
 * values with the {@code terraform} on the path.
 */
class ExpressionsTest {
  private static final ExpressionTable TABLE = ExpressionTable.read("expressions.txt");
  private static final Pattern CALL =
      Pattern.compile("(?<![\\w:])((?:provider::\\w+::)?[a-z]\\w*)\\(");
  private static final Set<String> TERRAFORM_HAS = ExpressionTable.functionsOfTerraform();
  private static final Map<String, String> FOUND = new LinkedHashMap<>();

  @TempDir static Path folder;

  static List<ExpressionTable.Row> rows() {
    return TABLE.rows();
  }

  @BeforeAll
  static void evaluate() throws IOException {
    files(folder);
    List<Value> values = TABLE.evaluate(folder, "");
    List<ExpressionTable.Row> rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      FOUND.put(rows.get(i).expression(), Notation.of(values.get(i)));
    }
  }

  /** What the expressions read. */
  private static void files(Path root) throws IOException {
    Path files = root.resolve("files");
    Files.createDirectories(files.resolve("sub/deeper"));
    Files.writeString(files.resolve("hello.txt"), "Hello, wörld!\n");
    Files.writeString(files.resolve("other.txt"), "other");
    Files.writeString(files.resolve(".hidden.txt"), "hidden");
    Files.writeString(files.resolve("data.json"), "{}");
    Files.write(files.resolve("binary.bin"), new byte[] {0, (byte) 0xFF, 1});
    Files.writeString(files.resolve("sub/deep.txt"), "deep");
    Files.writeString(files.resolve("sub/deeper/deepest.md"), "deepest");
    Files.writeString(
        files.resolve("greet.tftpl"),
        "Hello, ${name}!\n%{ for item in items ~}\n- ${upper(item)}\n%{ endfor ~}\n");
    Files.writeString(files.resolve("one.tftpl"), "${x}");
    Files.writeString(files.resolve("nested.tftpl"), "${templatefile(\"files/hello.txt\", {})}");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void givesWhatTerraformGives(ExpressionTable.Row row) {
    assertThat(FOUND.get(row.expression())).isEqualTo(row.expected());
  }

  @Test
  void theTableHoldsWhatTerraformGives(@TempDir Path real) throws IOException {
    assumeThat(TerraformTool.isInstalled()).as("terraform is on the path").isTrue();
    files(real);
    StringBuilder code = new StringBuilder();
    List<ExpressionTable.Row> rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      String expression = rows.get(i).expression();
      code.append(
          "output \"e%d\" {\n  sensitive = true\n  value = try([[%s], jsonencode([%s])][0], \"!error\")\n}\n"
              .formatted(i, expression, expression));
    }
    Files.writeString(real.resolve("main.tf"), code);
    TerraformTool terraform = TerraformTool.in(real);
    terraform.run("apply", "-auto-approve", "-input=false", "-no-color");
    Value outputs = terraform.json("output", "-json", "-no-color");
    List<String> values = new ArrayList<>();
    List<String> different = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ExpressionTable.Row row = rows.get(i);
      String value = isOfTerraform(row) ? value(entry(outputs, "e" + i)) : row.expected();
      values.add(value);
      if (!value.equals(row.expected())) {
        different.add(row + " ==> " + value);
      }
    }
    if (System.getProperty("iacguard.write") != null) {
      TABLE.write(values);
    }
    assertThat(different)
        .as("what terraform gives instead; -Diacguard.write writes it to " + TABLE.file())
        .isEmpty();
  }

  /** A row with a function of OpenTofu or of a newer Terraform holds what its author wrote. */
  private static boolean isOfTerraform(ExpressionTable.Row row) {
    return row.expected().equals("!error")
        || CALL.matcher(row.expression())
            .results()
            .allMatch(call -> TERRAFORM_HAS.contains(call.group(1)));
  }

  private static String value(Value output) {
    Value value = entry(output, "value");
    return value instanceof Value.Sequence one
            && entry(output, "type") instanceof Value.Sequence tuple
            && tuple.elements().get(1) instanceof Value.Sequence types
        ? Notation.of(one.elements().get(0), types.elements().get(0))
        : "!error";
  }

  private static Value entry(Value object, String name) {
    Value entry = object instanceof Value.Mapping map ? map.get(name) : null;
    if (entry == null) {
      throw new AssertionError("no " + name);
    }
    return entry;
  }
}

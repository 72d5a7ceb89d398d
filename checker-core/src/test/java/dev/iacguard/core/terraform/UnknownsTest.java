package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.SetOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is known of expressions over what is not known: at least what Terraform knows when it plans.
 */
class UnknownsTest {
  private static final ExpressionTable TABLE = ExpressionTable.read("unknowns.txt");
  private static final Map<String, Value> FOUND = new LinkedHashMap<>();

  /** Its id is a text, its output may be anything. */
  private static final String RESOURCES =
      """
      resource "terraform_data" "x" {}
      resource "terraform_data" "d" {
        input = jsondecode(timestamp())
      }
      """;

  private static final String VARIABLES =
      """
      variable "u" {}
      variable "f" {
        type = bool
      }
      """;

  @TempDir static Path folder;

  static List<ExpressionTable.Row> rows() {
    return TABLE.rows();
  }

  @BeforeAll
  static void evaluate() throws IOException {
    Files.writeString(folder.resolve("t.tftpl"), "x=${x}\n");
    List<Value> values = TABLE.evaluate(folder, RESOURCES + VARIABLES);
    List<ExpressionTable.Row> rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      FOUND.put(rows.get(i).expression(), values.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void keepsWhatIsKnown(ExpressionTable.Row row) {
    assertThat(Notation.of(found(row))).isEqualTo(row.expected());
  }

  @Test
  void knowsWhatTerraformKnows(@TempDir Path real) throws IOException {
    assumeThat(TerraformTool.isInstalled()).as("terraform is on the path").isTrue();
    Files.writeString(real.resolve("t.tftpl"), "x=${x}\n");
    // A variable without a value cannot be planned.
    List<ExpressionTable.Row> rows =
        rows().stream().filter(row -> !row.expression().contains("var.")).toList();
    StringBuilder code = new StringBuilder(RESOURCES);
    for (int i = 0; i < rows.size(); i++) {
      code.append(
          "output \"e%d\" {\n  sensitive = true\n  value = [%s]\n}\n"
              .formatted(i, rows.get(i).expression()));
    }
    Files.writeString(real.resolve("main.tf"), code);
    TerraformTool terraform = TerraformTool.in(real);
    terraform.run("plan", "-out=plan", "-input=false", "-no-color");
    Value changes = entry(terraform.json("show", "-json", "-no-color", "plan"), "output_changes");
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Value change = entry(changes, "e" + i);
      Value ours = found(rows.get(i));
      if (!knows(list(ours), optional(change, "after"), entry(change, "after_unknown"))) {
        wrong.add(rows.get(i).expression() + " is " + optional(change, "after"));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Value found(ExpressionTable.Row row) {
    return Objects.requireNonNull(FOUND.get(row.expression()));
  }

  private static Value list(Value value) {
    return new Value.Sequence(Value.Sequence.Kind.TUPLE, List.of(value), false, value.origin());
  }

  /** Whether a value has at least the known pieces of a planned one. */
  private static boolean knows(Value ours, Value planned, Value unknown) {
    if (unknown instanceof Value.Bool whole) {
      return whole.value() || SetOrder.identity(ours).equals(SetOrder.identity(planned));
    }
    if (unknown instanceof Value.Sequence pieces
        && planned instanceof Value.Sequence elements
        && ours instanceof Value.Sequence own) {
      boolean all = !own.open() && own.elements().size() == elements.elements().size();
      for (int i = 0; all && i < elements.elements().size(); i++) {
        all = knows(own.elements().get(i), elements.elements().get(i), pieces.elements().get(i));
      }
      return all;
    }
    if (unknown instanceof Value.Mapping pieces && ours instanceof Value.Mapping own) {
      boolean all = !own.open();
      for (Map.Entry<String, Value> piece : pieces.entries().entrySet()) {
        Value entry = own.get(piece.getKey());
        all &= entry != null && knows(entry, optional(planned, piece.getKey()), piece.getValue());
      }
      return all;
    }
    return false;
  }

  private static Value optional(Value object, String name) {
    Value entry = object instanceof Value.Mapping map ? map.get(name) : null;
    return entry == null ? new Value.Null(object.origin()) : entry;
  }

  private static Value entry(Value object, String name) {
    Value entry = optional(object, name);
    assertThat(entry).as(name).isNotInstanceOf(Value.Null.class);
    return entry;
  }
}

package dev.iacguard.core.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.core.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What terraform says of expressions: whether they are valid and, where they are text, their value.
 * The answers are stored; where terraform is installed it is asked again.
 */
class TerraformComparisonTest {

  static List<Table.Row> answers() {
    return Table.rows("terraform.txt");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theReaderAgrees(Table.Row row) {
    HclFile read = HclReader.read(new SourceFile("x", attribute(row)));

    assertThat(read.errors().isEmpty()).as("valid: %s", read.errors()).isEqualTo(isValid(row));
    if (isText(row)) {
      BodyItem.Attribute x = (BodyItem.Attribute) read.body().items().get(0);
      assertThat(quoted(LiteralText.of(x.value()))).isEqualTo(row.expected());
    }
  }

  @Test
  void theAnswersAreStillTerraforms(@TempDir Path folder) throws Exception {
    Terraform terraform = new Terraform(folder);
    assumeTrue(terraform.isInstalled(), "terraform is not installed");
    StringBuilder valid = new StringBuilder();
    for (Table.Row row : answers()) {
      if (isValid(row)) {
        valid.append('v').append(valid.length()).append(attribute(row));
      } else {
        assertThat(terraform.accepts(attribute(row))).as(row.toString()).isFalse();
      }
    }
    assertThat(terraform.accepts(valid.toString())).isTrue();

    List<Table.Row> texts = answers().stream().filter(TerraformComparisonTest::isText).toList();
    assertThat(terraform.values(texts.stream().map(Table.Row::text).toList()))
        .extracting(TerraformComparisonTest::quoted)
        .isEqualTo(texts.stream().map(Table.Row::expected).toList());
  }

  private static String attribute(Table.Row row) {
    return "x = " + row.text() + "\n";
  }

  private static boolean isValid(Table.Row row) {
    return !row.expected().equals("invalid");
  }

  private static boolean isText(Table.Row row) {
    return row.expected().startsWith("“");
  }

  private static String quoted(String text) {
    return "“" + Table.encode(text) + "”";
  }
}

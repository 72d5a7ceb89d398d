package dev.iacguard.core.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.source.SourceFile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read, written and read again is the same tree. */
class RoundTripTest {

  static List<SourceFile> files() {
    return TerraformFiles.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void files(SourceFile file) {
    HclFile read = HclReader.read(file);
    assertThat(read.errors()).isEmpty();

    requireSame(read.body());
  }

  static List<Table.Row> expressions() {
    return Table.rows("expressions.txt");
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void expressions(Table.Row row) {
    Expression read = HclReader.readExpression(new SourceFile("x", row.text())).expression();
    String printed = HclPrinter.print(read);

    ParsedExpression again = HclReader.readExpression(new SourceFile("x", printed));

    assertThat(again.errors()).as(printed).isEmpty();
    assertThat(SExpression.of(again.expression())).as(printed).isEqualTo(row.expected());
  }

  @Test
  void generatedTrees() {
    for (int seed = 0; seed < 1000; seed++) {
      requireSame(new TreeGenerator(new Random(seed)).body(3));
    }
  }

  private static void requireSame(Body body) {
    String printed = HclPrinter.print(body);
    HclFile again = HclReader.read(new SourceFile("printed", printed));

    assertThat(again.errors()).as(printed).isEmpty();
    assertThat(SExpression.of(again.body())).as(printed).isEqualTo(SExpression.of(body));
  }
}

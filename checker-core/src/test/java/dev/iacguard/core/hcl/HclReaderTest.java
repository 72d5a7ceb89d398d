package dev.iacguard.core.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HclReaderTest {

  static List<Table.Row> expressions() {
    return Table.rows("expressions.txt");
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void readsExpressions(Table.Row row) {
    ParsedExpression read = HclReader.readExpression(new SourceFile("x", row.text()));

    assertThat(read.errors()).isEmpty();
    assertThat(SExpression.of(read.expression())).isEqualTo(row.expected());
  }

  static List<Table.Row> bodies() {
    return Table.rows("bodies.txt");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void readsBodies(Table.Row row) {
    HclFile read = HclReader.read(new SourceFile("x", row.text()));

    assertThat(read.errors()).isEmpty();
    assertThat(SExpression.of(read.body())).isEqualTo(row.expected());
  }

  static List<Table.Row> templates() {
    return Table.rows("templates.txt");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void readsBareTemplates(Table.Row row) {
    ParsedExpression read = HclReader.readTemplate(new SourceFile("x", row.text()));

    assertThat(read.errors()).isEmpty();
    assertThat(SExpression.of(read.expression())).isEqualTo(row.expected());
  }

  @Test
  void keepsComments() {
    String text = "# one\r\na = 1 // two\nb = [ /* three\n */ 1] /* four */\n#five";
    HclFile read = HclReader.read(new SourceFile("x", text));

    assertThat(read.comments())
        .extracting(comment -> text.substring(comment.start(), comment.end()))
        .containsExactly("# one", "// two", "/* three\n */", "/* four */", "#five");
  }

  @Test
  void keepsCommentsOfBrokenItemsOnce() {
    String text = "a = [ # one\n  1 2 # two\n  # three\n]\nb = [ # four\n  1 +\nc = 1 # five\n";
    HclFile read = HclReader.read(new SourceFile("x", text));

    assertThat(read.comments())
        .extracting(comment -> text.substring(comment.start(), comment.end()))
        .containsExactly("# one", "# two", "# three", "# four", "# five");
  }

  @Test
  void readsABodyAgain() {
    SourceFile file = TerraformFiles.file("rest_api.tf");
    for (BodyItem.Block block : HclReader.read(file).body().blocks("resource")) {
      assertThat(HclReader.readBody(file, block.body().start())).isEqualTo(block.body());
    }
  }

  @Test
  void sharesNamesBetweenFiles() {
    Body one = HclReader.read(new SourceFile("x", "retention_in_days = 1")).body();
    Body two = HclReader.read(new SourceFile("y", "\nretention_in_days = 2")).body();

    assertThat(((BodyItem.Attribute) one.items().get(0)).name())
        .isSameAs(((BodyItem.Attribute) two.items().get(0)).name());
  }
}

package dev.iacguard.core.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.source.Position;
import dev.iacguard.core.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong texts: what is said about them, where, and which items are still there. */
class SyntaxErrorTest {

  static List<Table.Row> errors() {
    return Table.rows("errors.txt");
  }

  @ParameterizedTest
  @MethodSource("errors")
  void saysWhatIsWrongAndReadsOn(Table.Row row) {
    HclFile read = HclReader.read(new SourceFile("x", row.text()));

    assertThat((errorsOf(read) + " ⇢ " + namesIn(read.body())).strip()).isEqualTo(row.expected());
  }

  @Test
  void stopsAtTheFiftiethError() {
    HclFile read = HclReader.read(new SourceFile("x", "a = 'b'\n".repeat(1000)));

    assertThat(read.errors()).hasSize(50);
  }

  @Test
  void keepsTheOtherBlocksOfALongFile() {
    String valid = "resource \"a\" \"b\" {\n  c = [1, 2]\n  d {\n    e = \"f\"\n  }\n}\n\n";
    String broken = "resource \"a\" \"b\" {\n  c = [1, 2\n  d {\n    e = \"f\n  }\n}\n\n";
    HclFile read = HclReader.read(new SourceFile("x", valid + broken + valid));

    assertThat(read.body().blocks("resource")).hasSize(3);
    assertThat(read.errors()).hasSize(2);
  }

  private static String errorsOf(HclFile read) {
    return read.errors().stream()
        .map(
            error -> {
              Position at = read.file().positionAt(error.start());
              return at.line() + ":" + at.column() + " " + error.message();
            })
        .collect(Collectors.joining(" ¦ "));
  }

  private static String namesIn(Body body) {
    return body.items().stream()
        .map(
            item ->
                switch (item) {
                  case BodyItem.Attribute a -> a.name();
                  case BodyItem.Block b -> b.type() + "{" + namesIn(b.body()) + "}";
                })
        .collect(Collectors.joining(" "));
  }
}

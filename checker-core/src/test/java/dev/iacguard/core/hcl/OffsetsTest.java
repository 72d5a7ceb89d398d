package dev.iacguard.core.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OffsetsTest {

  static List<SourceFile> files() {
    return TerraformFiles.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyNodeStandsInsideItsParent(SourceFile file) {
    requireChildrenInside(file, HclReader.read(file).body());
  }

  private static void requireChildrenInside(SourceFile file, Node node) {
    int from = node.start();
    for (Node child : Nodes.children(node)) {
      assertThat(child.start()).as("%s in %s", child, node).isGreaterThanOrEqualTo(from);
      assertThat(child.end()).as("%s in %s", child, node).isLessThanOrEqualTo(node.end());
      from = child instanceof Expression.SplatElement ? from : child.end();
      requireChildrenInside(file, child);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void anExpressionsTextReadsAsThatExpression(SourceFile file) {
    requireSameWhenReadAlone(file, HclReader.read(file).body());
  }

  private static void requireSameWhenReadAlone(SourceFile file, Node node) {
    if (node instanceof Expression expression && standsAlone(expression)) {
      String text = file.text().substring(node.start(), node.end());
      ParsedExpression alone = HclReader.readExpression(new SourceFile("x", text + "\n"));
      assertThat(alone.errors()).as(text).isEmpty();
      assertThat(SExpression.of(alone.expression())).isEqualTo(SExpression.of(expression));
    }
    if (!(node instanceof Expression.Splat)) {
      Nodes.children(node).forEach(child -> requireSameWhenReadAlone(file, child));
    }
  }

  /** A bare {@code true} as an object's key is a name there only. */
  private static boolean standsAlone(Expression expression) {
    return !(expression instanceof Expression.Name name && name.name().matches("true|false|null"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a +b * c           | a +b * c
          ( a )              | ( a )
          f( a , b ... )     | f( a , b ... )
          a . b [ 0 ] /* */  | a . b [ 0 ]
          a[ * ] . b         | a[ * ] . b
          a.*.b.0 + 1        | a.*.b.0 + 1
          - a                | - a
          a ? b : c # d      | a ? b : c
          { a = 1 }          | { a = 1 }
          [for a in b : a ]  | [for a in b : a ]
          "a ${ b } c"       | "a ${ b } c"
          """)
  void spansEndWithTheirLastToken(String text, String spanned) {
    ParsedExpression read = HclReader.readExpression(new SourceFile("x", text));

    assertThat(read.errors()).isEmpty();
    assertThat(read.expression().span(read.file()).text()).isEqualTo(spanned);
  }

  @Test
  void blocksKnowTheirHeader() {
    SourceFile file = new SourceFile("x", "\nresource \"a\"  b   { # c\n  d = 1\n} # e\n");
    BodyItem.Block block = HclReader.read(file).body().blocks("resource").get(0);

    assertThat(file.text().substring(block.start(), block.headerEnd()))
        .isEqualTo("resource \"a\"  b");
    assertThat(block.body().span(file).text()).isEqualTo("{ # c\n  d = 1\n}");
    assertThat(block.end()).isEqualTo(block.body().end());
    assertThat(block.labels()).extracting(Label::start).containsExactly(10, 15);
  }

  @Test
  void attributesStartAtTheirName() {
    SourceFile file = new SourceFile("x", "a {\n  bc = <<E\nx\n  E\n}\n");
    BodyItem item = HclReader.read(file).body().blocks("a").get(0).body().items().get(0);

    assertThat(item.span(file).text()).isEqualTo("bc = <<E\nx\n  E");
  }

  @Test
  void sequencesAndAttributeNamesArePlaced() {
    SourceFile file = new SourceFile("x", "\"x${a . b}%{ if c }y%{ endif ~} z\"");
    Expression.Template template =
        (Expression.Template) HclReader.readExpression(file).expression();

    assertThat(template.parts())
        .extracting(part -> part.span(file).text())
        .containsExactly("x", "${a . b}", "%{ if c }y%{ endif ~}", " z");
    TemplatePart.Interpolation hole = (TemplatePart.Interpolation) template.parts().get(1);
    assertThat(((Expression.GetAttribute) hole.expression()).nameStart()).isEqualTo(8);
  }
}

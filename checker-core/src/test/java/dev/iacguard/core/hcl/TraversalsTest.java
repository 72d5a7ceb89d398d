package dev.iacguard.core.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraversalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          var.a                                        | var.a
          1 + -var.a                                   | var.a
          module.m["x"].arn                            | module.m.arn
          aws_x.y[var.i].arn                           | var.i aws_x.y.arn
          aws_x.y[*].arn                               | aws_x.y.arn
          aws_x.y.*.arn                                | aws_x.y.arn
          f(var.a, [local.b])                          | var.a local.b
          f(var.a).arn                                 | var.a
          { name = var.a, (local.b) = 1 }              | var.a local.b
          var.a ? local.b : local.c                    | var.a local.b local.c
          "${var.a}-%{ if local.b }${local.c}%{ endif }" | var.a local.b local.c
          [for k, v in var.a : v.x if k != local.b]    | var.a v.x k local.b
          "var.a"                                      | ''
          """)
  void listsTheNamesInAnExpression(String code, String expected) {
    List<String> found = new ArrayList<>();
    Expression expression = HclReader.readExpression(new SourceFile("", code)).expression();
    Traversals.in(expression, names -> found.add(String.join(".", names)));
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }
}

package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that tries to make the reader run away. */
class HostileCodeTest extends HostileCode {
  @Test
  void localsThatReferToEachOther() {
    Read read =
        name(
            """
            locals {
              a = local.b
              b = local.a
            }
            resource "aws_cloudwatch_log_group" "g" { name = local.a }
            """);
    assertUnknownWith(read, Problem.UNREADABLE, "local.a refers to itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count = length(aws_cloudwatch_log_group.g)",
        "for_each = aws_cloudwatch_log_group.g",
        "count = aws_cloudwatch_log_group.g[0].retention_in_days"
      })
  void instancesThatDependOnThemselves(String repetition) {
    Read read =
        name("resource \"aws_cloudwatch_log_group\" \"g\" {\n" + repetition + "\nname = \"n\"\n}");
    assertThat(read.problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains("refers to itself"));
  }

  @Test
  void aResourceThatRefersToItself() {
    Read read =
        name(
            "resource \"aws_cloudwatch_log_group\" \"g\" { name = aws_cloudwatch_log_group.g.name }");
    assertThat(read.name()).isInstanceOf(Value.Unknown.class);
  }

  @Test
  void aTextThatDoublesItself() {
    StringBuilder locals = new StringBuilder("locals {\n  a0 = \"0123456789\"\n");
    for (int i = 1; i < 60; i++) {
      locals
          .append("  a")
          .append(i)
          .append(" = \"${local.a")
          .append(i - 1)
          .append("}${local.a")
          .append(i - 1)
          .append("}\"\n");
    }
    Read read =
        name(locals + "}\nresource \"aws_cloudwatch_log_group\" \"g\" { name = local.a59 }");
    assertUnknownWith(read, Problem.LIMIT, "characters");
  }

  @Test
  void aListThatDoublesItself() {
    StringBuilder locals = new StringBuilder("locals {\n  a0 = [1, 2, 3]\n");
    for (int i = 1; i < 60; i++) {
      locals
          .append("  a")
          .append(i)
          .append(" = concat(local.a")
          .append(i - 1)
          .append(", local.a")
          .append(i - 1)
          .append(")\n");
    }
    Read read =
        name(locals + "}\nresource \"aws_cloudwatch_log_group\" \"g\" { name = local.a59[0] }");
    assertUnknownWith(read, Problem.LIMIT, "elements");
  }

  @Test
  void aValueThatHoldsTwiceWhatTheLastOneHeld() {
    StringBuilder locals = new StringBuilder("locals {\n  a0 = []\n");
    for (int i = 1; i < 60; i++) {
      locals
          .append("  a")
          .append(i)
          .append(" = [local.a")
          .append(i - 1)
          .append(", local.a")
          .append(i - 1)
          .append("]\n");
    }
    Read read =
        name(
            locals
                + "}\nresource \"aws_cloudwatch_log_group\" \"g\" { name = jsonencode(try(local.a59, 1)) }");
    assertThat(read.problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains("pieces"));
  }

  @Test
  void policyDocumentsThatDouble() {
    StringBuilder code =
        new StringBuilder(
            """
            data "aws_iam_policy_document" "d0" {
              statement {
                actions = ["logs:PutLogEvents"]
              }
            }
            """);
    for (int i = 1; i < 60; i++) {
      String last = "data.aws_iam_policy_document.d" + (i - 1) + ".json";
      code.append("data \"aws_iam_policy_document\" \"d%d\" {\n".formatted(i));
      code.append("  source_policy_documents = [%s, %s]\n}\n".formatted(last, last));
    }
    Read read =
        name(
            code
                + "resource \"aws_cloudwatch_log_group\" \"g\" { name = data.aws_iam_policy_document.d59.json }");
    assertThat(Shown.value(read.name())).contains("<NOT_EVALUATED more elements>");
    assertThat(read.problems())
        .anySatisfy(problem -> assertThat(problem.rule()).isEqualTo(Problem.LIMIT))
        .allSatisfy(problem -> assertThat(problem.message()).contains("policy documents of more"));
  }

  @Test
  void nestedLoopsOverLoops() {
    Read read =
        name(
            """
            locals {
              r = range(1000)
              x = [for a in local.r : [for b in local.r : [for c in local.r : [for d in local.r : a]]]]
            }
            resource "aws_cloudwatch_log_group" "g" { name = local.x[0][0][0][0] }
            """);
    assertThat(read.problems())
        .anySatisfy(problem -> assertThat(problem.rule()).isEqualTo(Problem.LIMIT));
  }

  @Test
  void aRangeBeyondTerraformsOwnBound() {
    Read read =
        name("resource \"aws_cloudwatch_log_group\" \"g\" { name = range(0, 1000000000)[0] }");
    assertThat(Shown.value(read.name())).contains("more than 1024 numbers");
  }

  @Test
  void tooManyInstances() {
    Stack stack = code("resource \"aws_cloudwatch_log_group\" \"g\" { count = 1000000000 }").root();
    assertThat(stack.resources("aws_cloudwatch_log_group")).hasSize(1);
    assertThat(stack.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo(Problem.LIMIT));
  }

  @Test
  void tooManyElementsToRepeatABlockFor() {
    StringBuilder keys =
        new StringBuilder("locals {\n  digits = range(10)\n  keys = [for n in setproduct(");
    keys.append("local.digits, ".repeat(6)).append("local.digits) : join(\"\", n)]\n}\n");
    code(
        keys
            + "resource \"aws_cloudwatch_log_group\" \"g\" {\n  for_each = toset(local.keys)\n}\n"
            + "resource \"aws_cloudwatch_log_group\" \"h\" { name = \"h\" }\n");
    Read read =
        inTime(
            () -> {
              Stack stack = TerraformCode.in(folder).root();
              var groups = stack.resources("aws_cloudwatch_log_group");
              return new Read(groups.get(groups.size() - 1).get("name"), stack.problems());
            });
    assertThat(Shown.value(read.name())).isEqualTo("\"h\"");
    assertThat(read.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo(Problem.LIMIT));
  }

  @Test
  void manyKeysWrittenOut() {
    StringBuilder map = new StringBuilder("locals {\n  keys = {\n");
    for (int i = 0; i < 30_000; i++) {
      map.append("    k").append(i).append(" = 1\n");
    }
    Stack stack =
        code(map + "  }\n}\nresource \"x\" \"y\" {\n  for_each = local.keys\n}\n" + GROUP).root();
    assertThat(stack.resources("x").size()).isEqualTo(1);
    assertThat(stack.resources("aws_cloudwatch_log_group")).hasSize(1);
    assertThat(stack.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("30000 instances of one block; at most 20000"));
  }

  @Test
  void aLongChainOfLocals() {
    StringBuilder locals = new StringBuilder("locals {\n  a0 = \"x\"\n");
    for (int i = 1; i < 20_000; i++) {
      locals.append("  a").append(i).append(" = local.a").append(i - 1).append("\n");
    }
    Read read =
        name(locals + "}\nresource \"aws_cloudwatch_log_group\" \"g\" { name = local.a19999 }");
    assertUnknownWith(read, Problem.LIMIT, "deep");
  }

  @Test
  void aTemplateFileThatReadsItself() {
    TerraformCode.in(folder).file("t", "${templatefile(\"t\", {})}");
    Read read =
        name("resource \"aws_cloudwatch_log_group\" \"g\" { name = templatefile(\"t\", {}) }");
    assertThat(read.name()).isInstanceOf(Value.Unknown.class);
  }
}

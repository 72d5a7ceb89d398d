package dev.iacguard.core.terraform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.Shown;
import dev.iacguard.core.terraform.TerraformCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonConfigTest {
  @TempDir Path folder;

  private Stack json(String text) {
    return TerraformCode.in(folder).file("main.tf.json", text).root();
  }

  @Test
  void blocksWithLabelsArraysAndCommentsAreRead() {
    Stack stack =
        json(
            """
            {
              "//": "a comment",
              "variable": {"days": {"type": "number", "default": 30}},
              "locals": [{"prefix": "/api"}, {"//": "no value", "suffix": "x"}],
              "resource": [
                {"aws_cloudwatch_log_group": {
                  "a": {"name": "${local.prefix}/${local.suffix}", "retention_in_days": "${var.days}"},
                  "b": [{"name": "plain", "tags": {"Owner": "$${x}"}}]
                }}
              ]
            }
            """);
    assertThat(stack.resources("aws_cloudwatch_log_group"))
        .extracting(group -> group.address() + Shown.value(group.get("name")))
        .containsExactly(
            "aws_cloudwatch_log_group.a\"/api/x\"", "aws_cloudwatch_log_group.b\"plain\"");
    Resource first = stack.resources("aws_cloudwatch_log_group").get(0);
    assertThat(Shown.value(first.get("retention_in_days"))).isEqualTo("30");
    assertThat(Shown.value(stack.resources("aws_cloudwatch_log_group").get(1).get("tags")))
        .isEqualTo("{Owner=\"${x}\"}");
    assertThat(stack.problems()).isEmpty();
  }

  @Test
  void expressionsInTextKeepTheirPlaces() {
    Stack stack =
        json(
            """
            {"variable": {"missing": {}}, "resource": {"aws_cloudwatch_log_group": {"a": {
              "name": "\\"q\\" ${var.missing} \\u0041"
            }}}}
            """);
    Value.Text name = (Value.Text) stack.resources("aws_cloudwatch_log_group").get(0).get("name");
    assertThat(Shown.value(name)).isEqualTo("\"\"q\" <INPUT var.missing> A\"");
    assertThat(name.parts().get(1))
        .isInstanceOfSatisfying(
            TextPart.Hole.class,
            hole -> assertThat(hole.value().origin().at().text()).isEqualTo("var.missing"));
  }

  @Test
  void aDynamicBlockIsABlock() {
    Stack stack =
        json(
            """
            {"resource": {"aws_api_gateway_stage": {"s": {
              "dynamic": {"access_log_settings": {"for_each": [1], "content": {"format": "f"}}}
            }}}}
            """);
    assertThat(
            Shown.value(stack.resources("aws_api_gateway_stage").get(0).get("access_log_settings")))
        .isEqualTo("L[{format=\"f\"}]");
  }

  @Test
  void aQuotedTypeConverts() {
    Stack stack =
        json(
            """
            {
              "variable": {"o": {"type": "object({d = optional(number, 7)})", "default": {}}},
              "resource": {"aws_cloudwatch_log_group": {"a": {"retention_in_days": "${var.o.d}"}}}
            }
            """);
    assertThat(
            Shown.value(
                stack.resources("aws_cloudwatch_log_group").get(0).get("retention_in_days")))
        .isEqualTo("7");
  }

  @Test
  void aDefaultIsNoTemplate() {
    Stack stack =
        json(
            """
            {
              "variable": {"v": {"default": {"k": "${1 + 1} $${x}"}}},
              "resource": {"aws_cloudwatch_log_group": {"a": {"name": "${var.v.k}"}}}
            }
            """);
    assertThat(Shown.value(stack.resources("aws_cloudwatch_log_group").get(0).get("name")))
        .isEqualTo("\"${1 + 1} $${x}\"");
  }

  @Test
  void brokenTextIsAProblemWithItsPlace() {
    assertThat(json("{\n  \"resource\": [}\n").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo(Problem.UNREADABLE))
        .satisfies(problem -> assertThat(problem.at()).hasToString("main.tf.json:2"));
  }
}

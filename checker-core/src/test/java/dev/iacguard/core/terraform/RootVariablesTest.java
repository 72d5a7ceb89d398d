package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who wins when a variable is given several values, and how text from outside is read. */
class RootVariablesTest {
  @TempDir Path folder;
  private TerraformCode code;

  @BeforeEach
  void declare() {
    code =
        TerraformCode.in(folder)
            .file(
                "main.tf",
                """
                variable "who" { default = "default" }
                resource "aws_cloudwatch_log_group" "g" { name = var.who }
                """);
  }

  private String who(VariableSource... sources) {
    return Shown.value(only(List.of(sources)).get("name"));
  }

  private Resource only(List<VariableSource> sources) {
    return load(sources).resources("aws_cloudwatch_log_group").get(0);
  }

  private Stack load(List<VariableSource> sources) {
    return code.discover(new Inputs(sources, List.of()), "").stacks().get(0).load();
  }

  private static VariableSource option(String value) {
    return new VariableSource.Assignment("who", value);
  }

  /** Each is stronger than those before it. */
  @Test
  void theLastOneWins() {
    VariableSource environment = new VariableSource.Environment("who", "environment");
    assertThat(who()).isEqualTo("\"default\"");
    assertThat(who(environment)).isEqualTo("\"environment\"");
    code.file("terraform.tfvars", "who = \"terraform.tfvars\"");
    assertThat(who(environment)).isEqualTo("\"terraform.tfvars\"");
    code.file("terraform.tfvars.json", "{\"who\": \"terraform.tfvars.json\"}");
    assertThat(who(environment)).isEqualTo("\"terraform.tfvars.json\"");
    code.file("a.auto.tfvars", "who = \"a\"");
    assertThat(who(environment)).isEqualTo("\"a\"");
    code.file("b.auto.tfvars.json", "{\"who\": \"b\"}");
    assertThat(who(environment)).isEqualTo("\"b\"");
    code.file("c.auto.tfvars", "who = \"c\"");
    code.file("env/prod.tfvars", "who = \"prod\"");
    assertThat(who(environment)).isEqualTo("\"c\"");
    VariableSource file = new VariableSource.VarFile("env/prod.tfvars");
    assertThat(who(option("option"), file, environment)).isEqualTo("\"prod\"");
    assertThat(who(file, option("option"), environment)).isEqualTo("\"option\"");
  }

  /** As Terraform: the declared type decides whether text is text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
                               | ["a"]        | "["a"]"
          type = string        | ["a"]        | "["a"]"
          type = string        | "a"          | ""a""
          type = number        | 30           | 30
          type = bool          | true         | true
          type = list(string)  | ["a", "b"]   | L["a", "b"]
          type = any           | {a = 1}      | {a=1}
          type = any           | "a"          | "a"
          """)
  void readsTextFromOutsideByTheDeclaredType(String type, String text, String expected) {
    code.file(
        "main.tf",
        """
        variable "who" {
          %s
        }
        resource "aws_cloudwatch_log_group" "g" { name = var.who }
        """
            .formatted(type == null ? "" : type));

    assertThat(who(option(text))).isEqualTo(expected);
    assertThat(who(new VariableSource.Environment("who", text))).isEqualTo(expected);
  }

  @Test
  void saysWhereAnOptionCannotBeRead() {
    code.file(
        "main.tf",
        "variable \"who\" { type = list(string) }\nresource \"x\" \"y\" { a = var.who }");

    Stack stack = load(List.of(option("[\"a\"")));

    assertThat(stack.resources("x").get(0).get("a")).isNotNull();
    assertThat(stack.problems())
        .extracting(Problem::rule, problem -> problem.at().path())
        .containsExactly(tuple(Problem.UNREADABLE, "--var who"));
  }

  @Test
  void ignoresValuesOfVariablesThatAreNotDeclared() {
    assertThat(who(new VariableSource.Assignment("other", "x"))).isEqualTo("\"default\"");
  }
}

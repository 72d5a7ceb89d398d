package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    return who(new Inputs(List.of(sources), List.of()));
  }

  private String who(Map<String, String> environment, VariableSource... sources) {
    return who(new Inputs(environment, List.of(sources), List.of(), List.of()));
  }

  private String who(Inputs inputs) {
    Stack stack = code.discover(inputs, "").stacks().get(0).load();
    return Shown.value(stack.resources("aws_cloudwatch_log_group").get(0).get("name"));
  }

  private static VariableSource option(String value) {
    return new VariableSource.Assignment("who", value);
  }

  /** Each is stronger than those before it. */
  @Test
  void theLastOneWins() {
    Map<String, String> environment = Map.of("who", "environment");
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
    assertThat(who(environment, option("option"), file)).isEqualTo("\"prod\"");
    assertThat(who(environment, file, option("option"))).isEqualTo("\"option\"");
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
    assertThat(who(Map.of("who", text))).isEqualTo(expected);
  }

  @Test
  void saysWhereAnOptionCannotBeRead() {
    code.file(
        "main.tf",
        "variable \"who\" { type = list(string) }\nresource \"x\" \"y\" { a = var.who }");

    Inputs inputs = new Inputs(List.of(option("[\"a\"")), List.of());
    Stack stack = code.discover(inputs, "").stacks().get(0).load();

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

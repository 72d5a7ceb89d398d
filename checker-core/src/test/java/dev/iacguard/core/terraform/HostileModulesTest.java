package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules and links that go round, go too deep, or lead where nothing may be read. */
class HostileModulesTest extends HostileCode {
  @Test
  void variablesOfTwoModulesThatFeedEachOther() {
    code("""
            module "a" {
              source = "./m"
              in     = module.b.out
            }
            module "b" {
              source = "./m"
              in     = module.a.out
            }
            resource "aws_cloudwatch_log_group" "g" { name = module.a.out }
            """)
        .file(
            "m/main.tf",
            """
            variable "in" {}
            output "out" { value = "${var.in}." }
            """);
    assertUnknownWith(read(), Problem.UNREADABLE, "refers to itself");
  }

  @Test
  void aModuleThatIsRepeatedByItsOwnOutput() {
    code("""
            module "m" {
              source   = "./m"
              for_each = module.m.keys
            }
            resource "aws_cloudwatch_log_group" "g" { name = module.m["a"].name }
            """)
        .file(
            "m/main.tf", "output \"keys\" { value = [\"a\"] }\noutput \"name\" { value = \"n\" }");
    assertThat(read().problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains("refers to itself"));
  }

  @Test
  void aModuleThatCallsItself() {
    Stack stack =
        code("module \"m\" { source = \"./m\" }")
            .file("m/main.tf", "module \"again\" { source = \"../m\" }\nresource \"x\" \"y\" {}")
            .root();
    assertThat(stack.resources("x")).isNotEmpty();
    assertThat(stack.problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains("calls itself"));
  }

  @Test
  void aChainOfManyModules() {
    TerraformCode code = code("module \"m\" { source = \"./m0\" }");
    for (int i = 0; i < 50; i++) {
      code.file("m" + i + "/main.tf", "module \"m\" { source = \"../m" + (i + 1) + "\" }");
    }
    code.file("m50/main.tf", "resource \"aws_cloudwatch_log_group\" \"g\" { name = \"deep\" }");
    Resource group = code.only("aws_cloudwatch_log_group");
    assertThat(group.callers()).hasSize(51);
    assertThat(Shown.value(group.get("name"))).isEqualTo("\"deep\"");
  }

  @Test
  void aModuleOutsideTheTree() {
    Stack stack = code("module \"m\" { source = \"../../outside\" }").root();
    assertThat(stack.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo(Problem.NOT_AVAILABLE))
        .satisfies(problem -> assertThat(problem.message()).contains("outside the checked tree"));
  }

  @Test
  void aPathThatNoFileCanHave() {
    Stack stack =
        code("""
                module "m" { source = "./m\\u0000" }
                resource "aws_cloudwatch_log_group" "g" { name = file("a\\u0000b") }
                """)
            .root();
    assertThat(stack.resources("aws_cloudwatch_log_group").get(0).get("name"))
        .isInstanceOf(Value.Unknown.class);
    assertThat(stack.problems()).extracting(Problem::rule).contains(Problem.NOT_AVAILABLE);
  }

  @Test
  void aChainOfTooManyModules() {
    TerraformCode code = code("module \"m\" { source = \"./m0\" }\n" + GROUP);
    for (int i = 0; i < 80; i++) {
      code.file("m" + i + "/main.tf", "module \"m\" { source = \"../m" + (i + 1) + "\" }");
    }
    code.file("m80/main.tf", GROUP);
    Stack stack = code.root();
    assertThat(stack.resources("aws_cloudwatch_log_group")).hasSize(1);
    assertThat(stack.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo(Problem.LIMIT))
        .satisfies(
            problem ->
                assertThat(problem.message()).isEqualTo("modules are nested more than 64 deep"));
  }

  /** Each module calls the next one twice. */
  @Test
  void aTreeOfModulesThatDoubles() {
    TerraformCode code = code("module \"m\" { source = \"./m0\" }\n" + GROUP);
    for (int i = 0; i < 40; i++) {
      String next = "{ source = \"../m" + (i + 1) + "\" }\n";
      code.file("m" + i + "/main.tf", "module \"a\" " + next + "module \"b\" " + next);
    }
    code.file("m40/main.tf", "resource \"aws_api_gateway_stage\" \"s\" {}");
    Read read =
        inTime(
            () -> {
              Stack stack = code.root();
              stack.resources("aws_api_gateway_stage");
              Value name = stack.resources("aws_cloudwatch_log_group").get(0).get("name");
              return new Read(name, stack.problems());
            });
    assertThat(Shown.value(read.name())).isEqualTo("\"g\"");
    assertThat(read.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("50000 module instances"));
  }

  @Test
  void symbolicLinksToModules(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("main.tf"), "resource \"x\" \"outside\" {}");
    TerraformCode code =
        code("module \"in\" { source = \"./in\" }\nmodule \"out\" { source = \"./out\" }")
            .file("real/main.tf", "resource \"x\" \"inside\" {}");
    Files.createSymbolicLink(folder.resolve("in"), folder.resolve("real"));
    Files.createSymbolicLink(folder.resolve("out"), outside);
    Files.createSymbolicLink(folder.resolve("real/loop"), folder);
    assertThat(code.discover().stacks()).extracting(StackSource::name).containsExactly(".");
    Stack stack = code.root();
    assertThat(stack.resources("x"))
        .extracting(Resource::toString)
        .containsExactly("module.in.x.inside");
    assertThat(stack.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo(Problem.NOT_AVAILABLE));
  }

  @Test
  void aSymbolicLinkToAFile(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("secret.tf"), "resource \"x\" \"secret\" {}");
    TerraformCode code = code("").file("shared/log.tf", GROUP);
    Files.createSymbolicLink(folder.resolve("log.tf"), folder.resolve("shared/log.tf"));
    Files.createSymbolicLink(folder.resolve("secret.tf"), outside.resolve("secret.tf"));
    assertThat(code.root().resources("aws_cloudwatch_log_group")).hasSize(1);
    assertThat(code.root().resources("x")).isEmpty();
  }

  @Test
  void aSymbolicLinkOutOfTheTree(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createSymbolicLink(folder.resolve("link"), outside.resolve("secret"));
    Read read =
        name(
            "resource \"aws_cloudwatch_log_group\" \"g\" { name = file(\"${path.module}/link\") }");
    assertThat(Shown.value(read.name())).startsWith("<FILE").doesNotContain("secret");
  }
}

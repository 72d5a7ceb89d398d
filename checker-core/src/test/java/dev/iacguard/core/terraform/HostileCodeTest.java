package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that tries to make the reader run away, or to read what is not its own. */
class HostileCodeTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String GROUP =
      "resource \"aws_cloudwatch_log_group\" \"g\" { name = \"g\" }\n";

  @TempDir Path folder;

  private TerraformCode code(String main) {
    return TerraformCode.in(folder).file("main.tf", main);
  }

  /** What the one log group's name comes to, and the problems met on the way. */
  private record Read(Value name, List<Problem> problems) {}

  private Read name(String main) {
    code(main);
    return read();
  }

  private Read read() {
    return inTime(
        () -> {
          Stack stack = TerraformCode.in(folder).root();
          Resource group = stack.resources("aws_cloudwatch_log_group").get(0);
          Value name = group.get("name");
          return new Read(name, stack.problems());
        });
  }

  /** On a thread with the stack that the checker gives to its work, and not for ever. */
  private static Read inTime(Supplier<Read> work) {
    CompletableFuture<Read> result = new CompletableFuture<>();
    Thread thread = new Thread(null, () -> complete(result, work), "hostile", 256L << 20);
    thread.setDaemon(true);
    thread.start();
    return result.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
  }

  private static void complete(CompletableFuture<Read> result, Supplier<Read> work) {
    try {
      result.complete(work.get());
    } catch (RuntimeException | StackOverflowError e) {
      result.completeExceptionally(e);
    }
  }

  private static void assertUnknownWith(Read read, String rule, String message) {
    assertThat(read.name()).isInstanceOf(Value.Unknown.class);
    assertThat(read.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.rule()).isEqualTo(rule);
              assertThat(problem.message()).contains(message);
            });
  }

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
  void aResourceThatRefersToItself() {
    Read read =
        name(
            "resource \"aws_cloudwatch_log_group\" \"g\" { name = aws_cloudwatch_log_group.g.name }");
    assertThat(read.name()).isInstanceOf(Value.Unknown.class);
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

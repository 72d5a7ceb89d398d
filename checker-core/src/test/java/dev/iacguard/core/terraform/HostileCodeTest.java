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

/** Code that tries to make the reader run away, or to read what is not its own. */
class HostileCodeTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir Path folder;

  private TerraformCode code(String main) {
    return TerraformCode.in(folder).file("main.tf", main);
  }

  /** What the one log group's name comes to, and the problems met on the way. */
  private record Read(Value name, List<Problem> problems) {}

  private Read name(String main) {
    TerraformCode code = code(main);
    return inTime(
        () -> {
          Stack stack = code.root();
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
    assertThat(read.name()).isInstanceOf(Value.Unknown.class);
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

package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;

/** Code in a folder of its own, read on a bounded stack and in bounded time. */
abstract class HostileCode {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  static final String GROUP = "resource \"aws_cloudwatch_log_group\" \"g\" { name = \"g\" }\n";

  @TempDir Path folder;

  TerraformCode code(String main) {
    return TerraformCode.in(folder).file("main.tf", main);
  }

  /** What the one log group's name comes to, and the problems met on the way. */
  record Read(Value name, List<Problem> problems) {}

  Read name(String main) {
    code(main);
    return read();
  }

  Read read() {
    return inTime(
        () -> {
          Stack stack = TerraformCode.in(folder).root();
          Resource group = stack.resources("aws_cloudwatch_log_group").get(0);
          Value name = group.get("name");
          return new Read(name, stack.problems());
        });
  }

  /** On a thread with the stack that the checker gives to its work, and not for ever. */
  static Read inTime(Supplier<Read> work) {
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

  static void assertUnknownWith(Read read, String rule, String message) {
    assertThat(read.name()).isInstanceOf(Value.Unknown.class);
    assertThat(read.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.rule()).isEqualTo(rule);
              assertThat(problem.message()).contains(message);
            });
  }
}

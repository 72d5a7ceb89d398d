package dev.iacguard.core.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs work on threads whose stack is large enough for the most deeply nested code that the readers
 * and evaluators accept.
 */
final class DeepThread {
  private static final long STACK_BYTES = 256L << 20;

  private DeepThread() {}

  static <T> T call(Supplier<T> work) {
    return join(start(work));
  }

  static <T> FutureTask<T> start(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "iac-guard", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** Waits for the result; throws what the work threw. */
  static <T> T join(FutureTask<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}

package dev.iacguard.lsp;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.engine.Progress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * Checks the workspaces after each change, on a thread of its own. A change waits until typing
 * pauses; a check of many stacks is given up when the next change comes.
 */
final class Analyzer implements AutoCloseable {
  /** A change waits so long for the next one. */
  private static final long PAUSE_MILLIS = 20;

  /** While changes go on, what was typed so long ago is checked all the same. */
  private static final long LONGEST_WAIT_MILLIS = 300;

  /** When nothing has changed for so long, the disk is looked at. */
  private static final long IDLE_MILLIS = 1500;

  /** Where the client does not say which files change, the disk is looked at so often. */
  private static final long LOOK_MILLIS = 5000;

  /** A look at the disk takes at most this part of the time. */
  private static final int RARELY = 50;

  /** So many stacks are judged quickly. */
  private static final int MOST_UNINTERRUPTED = 8;

  private final Consumer<String> say;
  private final Workspaces workspaces;
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Queue<Runnable> questions = new ArrayDeque<>();
  private final Thread thread;
  private volatile @Nullable LanguageClient client;
  private volatile long changes;
  private long checked;
  private boolean lookAtDisk = true;
  private volatile boolean watched;
  private volatile boolean closed;

  Analyzer(
      InputOptions options,
      CliEnvironment cliEnvironment,
      Documents documents,
      Consumer<String> say) {
    this.say = say;
    this.workspaces = new Workspaces(options, cliEnvironment, documents, say);
    this.thread = Thread.ofPlatform().daemon().name("iac-guard-check").unstarted(this::run);
  }

  void connect(LanguageClient remote) {
    if (client == null) {
      client = remote;
      thread.start();
    }
  }

  /** The client says which files change. */
  void watched() {
    watched = true;
  }

  void setFolders(Collection<Path> paths) {
    work.add(() -> workspaces.change(paths, List.of()));
  }

  void changeFolders(Collection<Path> added, Collection<Path> removed) {
    work.add(() -> workspaces.change(added, removed));
    changed();
  }

  /** A document was changed. */
  void changed() {
    countChange();
    work.add(() -> {});
  }

  /** Files may have changed, or a document was opened or closed. */
  void changedOnDisk() {
    countChange();
    work.add(() -> lookAtDisk = true);
  }

  /**
   * Answers a question about a document when all changes that came before it are checked.
   *
   * @param otherwise the answer where nothing is known of the document, or when it changes before
   *     the answer is found
   */
  <T> CompletableFuture<T> ask(String uri, Function<Question, T> answer, T otherwise) {
    CompletableFuture<T> result = new CompletableFuture<>();
    work.add(
        () ->
            questions.add(
                () -> {
                  if (!result.isDone()) {
                    result.complete(answered(uri, answer, otherwise));
                  }
                }));
    return result;
  }

  private <T> T answered(String uri, Function<Question, T> answer, T otherwise) {
    try {
      @Nullable Question question = workspaces.question(uri, new Interruptible(changes, 0));
      return question == null ? otherwise : answer.apply(question);
    } catch (CancellationException e) {
      return otherwise;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      say.accept("a request failed: " + e);
      return otherwise;
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // Only the thread that reads messages changes it.
  private void countChange() {
    changes++;
  }

  private void run() {
    try {
      long wait = IDLE_MILLIS;
      while (!closed) {
        @Nullable Runnable next = work.poll(wait, TimeUnit.MILLISECONDS);
        long start = System.nanoTime();
        if (next == null) {
          lookAtDisk = true;
        } else {
          next.run();
          if (changes != checked) {
            settle();
          }
        }
        if (next == null || changes != checked) {
          check();
        }
        if (changes == checked) {
          answer();
        }
        long taken = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        wait = next == null ? pause(taken) : IDLE_MILLIS;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long pause(long taken) {
    return watched ? Long.MAX_VALUE : Math.max(LOOK_MILLIS, RARELY * taken);
  }

  private void settle() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
    @Nullable Runnable next = work.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    while (next != null) {
      next.run();
      if (System.nanoTime() > end) {
        return;
      }
      next = work.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void answer() {
    @Nullable Runnable question = questions.poll();
    while (question != null) {
      question.run();
      question = questions.poll();
    }
  }

  private void check() {
    long now = changes;
    try {
      workspaces.check(lookAtDisk, new Interruptible(now, MOST_UNINTERRUPTED), client);
      lookAtDisk = false;
      checked = now;
    } catch (CancellationException e) {
      // What comes next in the queue is the change that it was given up for.
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      checked = now;
      workspaces.forget();
      say.accept("the check failed: " + e);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  /** Gives a check up when something has changed since it began. */
  private final class Interruptible implements Progress {
    private final long start = System.nanoTime();
    private final long began;
    private final int most;

    /**
     * @param began how many changes there were
     * @param most as long as so many stacks are judged it goes on all the same
     */
    Interruptible(long began, int most) {
      this.began = began;
      this.most = most;
    }

    @Override
    public void judging(String stack, int number, int of) {
      boolean young =
          System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
      if (closed || (changes != began && of > most && young)) {
        throw new CancellationException();
      }
    }

    @Override
    public void done() {}
  }
}

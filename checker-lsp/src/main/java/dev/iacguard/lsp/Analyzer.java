package dev.iacguard.lsp;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.run.WorkspaceState;
import dev.iacguard.core.engine.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.Diagnostic;
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

  private final Documents documents;
  private final Consumer<String> say;
  private final Folders folders;
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Queue<Runnable> questions = new ArrayDeque<>();
  private final Publisher publisher = new Publisher();
  private final Map<Path, Folder.Seen> seen = new HashMap<>();
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
    this.documents = documents;
    this.say = say;
    this.folders = new Folders(options, cliEnvironment, say);
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
    work.add(() -> folders.change(paths, List.of()));
  }

  void changeFolders(Collection<Path> added, Collection<Path> removed) {
    work.add(() -> folders.change(added, removed));
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
    @Nullable Document document = documents.get(uri);
    @Nullable Folder folder = document == null ? null : folders.of(document.path());
    Folder.@Nullable Seen known = folder == null ? null : seen.get(folder.named());
    if (document == null || known == null) {
      return otherwise;
    }
    try {
      @Nullable Question question =
          Question.about(document, known, documents.all().values(), new Interruptible(changes, 0));
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
    Map<String, Document> open = documents.all();
    Collection<Folder> all = folders.all(open.values());
    seen.keySet().retainAll(all.stream().map(Folder::named).toList());
    try {
      for (Folder folder : all) {
        if (lookAtDisk) {
          folder.workspace().refresh();
        }
        WorkspaceState state =
            folder
                .workspace()
                .check(
                    folder.texts(open.values()),
                    LocalDate.now(ZoneOffset.UTC),
                    new Interruptible(now, MOST_UNINTERRUPTED));
        remember(folder, state);
      }
      lookAtDisk = false;
      checked = now;
      publish(open);
    } catch (CancellationException e) {
      // What comes next in the queue is the change that it was given up for.
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      checked = now;
      all.forEach(folder -> folder.workspace().forget());
      say.accept("the check failed: " + e);
    }
  }

  private void remember(Folder folder, WorkspaceState state) {
    Folder.@Nullable Seen before = seen.put(folder.named(), new Folder.Seen(folder, state));
    if (state instanceof WorkspaceState.Refused refused
        && refused.errors().isEmpty()
        && !(before != null
            && before.state() instanceof WorkspaceState.Refused same
            && same.message().equals(refused.message()))) {
      say.accept(folder.named() + " is not checked: " + refused.message());
    }
  }

  private void publish(Map<String, Document> open) {
    LanguageClient known = client;
    if (known == null) {
      return;
    }
    Map<String, List<Diagnostic>> all = new LinkedHashMap<>();
    for (Folder.Seen one : seen.values()) {
      DiagnosticWriter.of(one.state(), new Uris(one.folder(), open.values()))
          .forEach(
              (uri, diagnostics) -> {
                @Nullable Folder owner = folders.of(Documents.path(uri));
                if (owner == null || owner.equals(one.folder())) {
                  all.computeIfAbsent(uri, any -> new ArrayList<>()).addAll(diagnostics);
                }
              });
    }
    publisher.publish(all, open, known);
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

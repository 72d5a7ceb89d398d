package dev.iacguard.lsp;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.run.WorkspaceState;
import dev.iacguard.core.engine.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The workspaces of a client with what is known of them. Used by one thread. */
final class Workspaces {
  private final Documents documents;
  private final Consumer<String> say;
  private final Folders folders;
  private final Publisher publisher = new Publisher();
  private final Map<Path, Folder.Seen> seen = new HashMap<>();

  /**
   * @param say takes messages for people
   */
  Workspaces(
      InputOptions options,
      CliEnvironment cliEnvironment,
      Documents documents,
      Consumer<String> say) {
    this.documents = documents;
    this.say = say;
    this.folders = new Folders(options, cliEnvironment, say);
  }

  void change(Collection<Path> added, Collection<Path> removed) {
    folders.change(added, removed);
  }

  /**
   * Checks all workspaces and sends what is new.
   *
   * @param lookAtDisk whether files may have changed
   * @param progress what it throws ends the check; nothing is sent then
   */
  void check(boolean lookAtDisk, Progress progress, @Nullable LanguageClient client) {
    Map<String, Document> open = documents.all();
    Collection<Folder> all = folders.all(open.values());
    seen.keySet().retainAll(all.stream().map(Folder::named).toList());
    if (lookAtDisk) {
      all.forEach(folder -> folder.workspace().refresh());
    }
    for (Folder folder : all) {
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      remember(folder, folder.workspace().check(folder.texts(open.values()), today, progress));
    }
    if (client != null) {
      publisher.publish(diagnostics(open.values()), open, client);
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

  /** By URI. Where workspaces lie in each other, the inner one speaks of its files. */
  private Map<String, List<Diagnostic>> diagnostics(Collection<Document> open) {
    Map<String, List<Diagnostic>> all = new LinkedHashMap<>();
    for (Folder.Seen one : seen.values()) {
      DiagnosticWriter.of(one.state(), new Uris(one.folder(), open))
          .forEach(
              (uri, diagnostics) -> {
                @Nullable Folder owner = folders.of(Documents.path(uri));
                if (owner == null || owner.equals(one.folder())) {
                  all.computeIfAbsent(uri, any -> new ArrayList<>()).addAll(diagnostics);
                }
              });
    }
    return all;
  }

  /** Has the next check start from nothing. */
  void forget() {
    seen.values().forEach(one -> one.folder().workspace().forget());
  }

  /** What is needed to answer a question about a document; null when nothing is known of it. */
  @Nullable Question question(String uri, Progress progress) {
    @Nullable Document document = documents.get(uri);
    @Nullable Folder folder = document == null ? null : folders.of(document.path());
    Folder.@Nullable Seen known = folder == null ? null : seen.get(folder.named());
    return document == null || known == null
        ? null
        : Question.about(document, known, documents.all().values(), progress);
  }
}

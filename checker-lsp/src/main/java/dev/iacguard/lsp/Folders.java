package dev.iacguard.lsp;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.run.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The workspaces of a client. Without any, each open document is one with the files beside it. */
final class Folders {
  private final InputOptions options;
  private final CliEnvironment cliEnvironment;
  private final Consumer<String> say;
  private final List<Path> named = new ArrayList<>();
  private Map<Path, Folder> open = Map.of();
  private final Map<Path, String> refused = new LinkedHashMap<>();

  Folders(InputOptions options, CliEnvironment cliEnvironment, Consumer<String> say) {
    this.options = options;
    this.cliEnvironment = cliEnvironment;
    this.say = say;
  }

  void change(Collection<Path> added, Collection<Path> removed) {
    removed.forEach(path -> named.remove(path.normalize()));
    added.stream().map(Path::normalize).filter(path -> !named.contains(path)).forEach(named::add);
  }

  /** All workspaces, those that were there before with what they know. */
  Collection<Folder> all(Collection<Document> documents) {
    List<Path> wanted = new ArrayList<>(named);
    if (wanted.isEmpty()) {
      documents.stream()
          .map(document -> document.path() == null ? null : document.path().normalize().getParent())
          .filter(Objects::nonNull)
          .distinct()
          .forEach(wanted::add);
    }
    Map<Path, Folder> now = new LinkedHashMap<>();
    for (Path path : wanted) {
      @Nullable Folder folder = open.containsKey(path) ? open.get(path) : opened(path);
      if (folder != null) {
        now.put(path, folder);
      }
    }
    refused.keySet().retainAll(wanted);
    open = now;
    return now.values();
  }

  private @Nullable Folder opened(Path path) {
    CliEnvironment there =
        new CliEnvironment(
            cliEnvironment.in(),
            cliEnvironment.out(),
            cliEnvironment.err(),
            path,
            cliEnvironment.home(),
            cliEnvironment.temporary(),
            cliEnvironment.environment(),
            false,
            false,
            cliEnvironment.today());
    try {
      Folder folder = new Folder(path, Workspace.open(options, there));
      refused.remove(path);
      return folder;
    } catch (UsageException e) {
      String message = String.valueOf(e.getMessage());
      if (!message.equals(refused.put(path, message))) {
        say.accept(path + " is not checked: " + message);
      }
      return null;
    }
  }

  /** The workspace that a file belongs to: the innermost that holds it. */
  @Nullable Folder of(@Nullable Path file) {
    @Nullable Folder best = null;
    for (Folder folder : open.values()) {
      if (folder.holds(file)
          && (best == null || folder.named().getNameCount() > best.named().getNameCount())) {
        best = folder;
      }
    }
    return best;
  }
}

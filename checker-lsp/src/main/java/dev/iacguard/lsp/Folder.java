package dev.iacguard.lsp;

import dev.iacguard.cli.run.Workspace;
import dev.iacguard.cli.run.WorkspaceState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workspace of the client.
 *
 * @param named the folder as the client names it, which links may be on the way to
 */
record Folder(Path named, Workspace workspace) {

  /** The path in the tree of a file of the client; null when the workspace cannot read it. */
  @Nullable String pathOf(@Nullable Path file) {
    if (file == null) {
      return null;
    }
    Path normal = file.normalize();
    Path real =
        normal.startsWith(named)
            ? workspace.folder().resolve(named.relativize(normal).toString())
            : normal;
    return workspace.pathOf(real);
  }

  /** The file of a path as reports show it, as the client names it. */
  Path fileOf(String shown) {
    Path file = workspace.file(shown).normalize();
    return file.startsWith(workspace.folder())
        ? named.resolve(workspace.folder().relativize(file).toString())
        : file;
  }

  /** The texts of the open documents that this workspace can read, by path in the tree. */
  Map<String, String> texts(Iterable<Document> documents) {
    Map<String, String> texts = new HashMap<>();
    for (Document document : documents) {
      @Nullable String path = pathOf(document.path());
      if (path != null && !path.isEmpty()) {
        texts.put(path, SavedText.of(document.text()));
      }
    }
    return texts;
  }

  /** Whether a document has its place in this workspace. */
  boolean holds(@Nullable Path file) {
    return file != null && file.normalize().startsWith(named);
  }

  /** The last state together with the workspace that it is of. */
  record Seen(Folder folder, WorkspaceState state) {}
}

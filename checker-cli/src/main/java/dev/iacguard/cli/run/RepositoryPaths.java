package dev.iacguard.cli.run;

import dev.iacguard.core.source.FolderTree;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Converts paths to those that services expect: relative to the repository, whatever the current
 * folder and {@code --root} are. Without a repository they start from the root of what is read.
 *
 * @param folder the current folder, which shown paths start from
 * @param above the way from the repository to the root; empty, or ends with a slash
 */
record RepositoryPaths(FolderTree tree, Path folder, String above)
    implements UnaryOperator<String> {

  static RepositoryPaths of(ResolvedInput resolvedInput) {
    Path root = resolvedInput.root();
    String above = "";
    for (Path at = root; at != null && above.isEmpty(); at = at.getParent()) {
      if (TreeRoot.isRepository(at)) {
        above = at.relativize(root).toString().replace('\\', '/') + "/";
      }
    }
    return new RepositoryPaths(
        resolvedInput.tree(), resolvedInput.folder(), above.equals("/") ? "" : above);
  }

  @Override
  public String apply(String shown) {
    String path = tree.pathOf(folder.resolve(shown));
    return path == null ? shown : above + path;
  }
}

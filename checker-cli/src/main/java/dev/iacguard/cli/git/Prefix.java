package dev.iacguard.cli.git;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** From paths in a repository to paths in a tree whose root is a folder of its work tree. */
record Prefix(String text) {

  static Prefix of(GitRepository repository, Path root) throws GitProblem {
    Path top = repository.top();
    if (!root.startsWith(top)) {
      throw new GitProblem(
          root + " holds more than the repository in " + top + "; name paths of one repository");
    }
    String folder = top.relativize(root).toString().replace('\\', '/');
    return new Prefix(folder.isEmpty() ? "" : folder + "/");
  }

  /** Null for what lies outside the tree. */
  @Nullable String without(String path) {
    return path.startsWith(text) ? path.substring(text.length()) : null;
  }
}

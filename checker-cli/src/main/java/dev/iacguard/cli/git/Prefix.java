package dev.iacguard.cli.git;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.jspecify.annotations.Nullable;

/** Converts paths in a repository to paths in a tree whose root is a folder of its work tree. */
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

  /** The files of the index that lie in the tree, without those that will only be added later. */
  Map<String, DirCacheEntry> entries(DirCache index) {
    Map<String, DirCacheEntry> entries = new LinkedHashMap<>();
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      @Nullable String path = without(entry.getPathString());
      if (path != null && !entry.isIntentToAdd()) {
        entries.put(path, entry);
      }
    }
    return entries;
  }

  /** What lies in the tree. */
  <T> Map<String, T> without(Map<String, T> byPath) {
    Map<String, T> inside = new LinkedHashMap<>();
    byPath.forEach(
        (inRepository, value) -> {
          @Nullable String path = without(inRepository);
          if (path != null) {
            inside.put(path, value);
          }
        });
    return inside;
  }

  private @Nullable String without(String path) {
    return path.startsWith(text) ? path.substring(text.length()) : null;
  }
}

package dev.iacguard.cli.git;

import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.SourceTree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the next commit will hold.
 *
 * @param tree all files as they are staged
 * @param before the files that change, as they are in the commit that is checked out
 * @param changed the paths in the tree that the commit will add, change or remove
 */
public record Staged(SourceTree tree, SourceTree before, Set<String> changed) {

  /**
   * @param root of the tree, in the work tree
   * @param disk the tree at that root
   */
  public static Staged in(GitRepository repository, Path root, FolderTree disk) throws GitProblem {
    Prefix prefix = Prefix.of(repository, root);
    DirCache index = repository.index();
    Map<String, FileVersion> before = new HashMap<>();
    Set<String> changed = new TreeSet<>();
    repository
        .changes(repository.headTree(), index)
        .forEach(
            (inRepository, change) -> {
              @Nullable String path = prefix.without(inRepository);
              if (path != null) {
                changed.add(path);
                if (change.before() != null) {
                  before.put(path, change.before());
                }
              }
            });
    return new Staged(
        new GitTree(repository.repository(), listing(index, prefix), disk),
        new GitTree(repository.repository(), new Listing(before), disk),
        changed);
  }

  private static Listing listing(DirCache index, Prefix prefix) {
    Map<String, FileVersion> files = new HashMap<>();
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      @Nullable String path = prefix.without(entry.getPathString());
      if (path != null && !entry.isIntentToAdd()) {
        files.put(path, new FileVersion(entry.getObjectId(), entry.getRawMode()));
      }
    }
    return new Listing(files);
  }
}

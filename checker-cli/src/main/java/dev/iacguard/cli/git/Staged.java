package dev.iacguard.cli.git;

import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.SourceTree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;

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
    Map<String, Change> changes = prefix.without(repository.changes(repository.headTree(), index));
    Map<String, FileVersion> before = new HashMap<>();
    changes.forEach(
        (path, change) -> {
          if (change.before() != null) {
            before.put(path, change.before());
          }
        });
    Map<String, FileVersion> files = new HashMap<>();
    Map<String, DirCacheEntry> entries = prefix.entries(index);
    entries.forEach(
        (path, entry) -> files.put(path, new FileVersion(entry.getObjectId(), entry.getRawMode())));
    WorkFiles work = new WorkFiles(root);
    return new Staged(
        new GitTree(
            repository.repository(),
            new Listing(files),
            disk,
            path -> {
              DirCacheEntry entry = entries.get(path);
              return entry == null ? null : work.untouched(path, entry);
            }),
        new GitTree(repository.repository(), new Listing(before), disk, GitTree.Untouched.NONE),
        Set.copyOf(changes.keySet()));
  }
}

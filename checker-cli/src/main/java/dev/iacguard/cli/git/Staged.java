package dev.iacguard.cli.git;

import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;

/** Compares the staged files with the commits that the next commit will follow. */
public final class Staged {
  private final GitRepository repository;
  private final FolderTree disk;
  private final Prefix prefix;
  private final DirCache index;
  private final Map<String, FileVersion> files = new HashMap<>();
  private final Map<String, Change> changes;
  private final GitTree.Untouched untouched;
  private final GitTree tree;

  private Staged(GitRepository repository, Path root, FolderTree disk) throws GitProblem {
    this.repository = repository;
    this.disk = disk;
    this.prefix = Prefix.of(repository, root);
    this.index = repository.index();
    this.changes = prefix.without(repository.changes(repository.headTree(), index));
    Map<String, DirCacheEntry> entries = prefix.entries(index);
    entries.forEach(
        (path, entry) -> files.put(path, new FileVersion(entry.getObjectId(), entry.getRawMode())));
    WorkFiles work = new WorkFiles(root);
    this.untouched =
        path -> {
          DirCacheEntry entry = entries.get(path);
          return entry == null ? null : work.untouched(path, entry);
        };
    this.tree = new GitTree(repository.repository(), new Listing(files), disk, untouched);
  }

  /**
   * @param root of the tree, in the work tree
   * @param disk the tree at that root
   */
  public static Staged in(GitRepository repository, Path root, FolderTree disk) throws GitProblem {
    return new Staged(repository, root, disk);
  }

  /** All files as they are staged. */
  public SourceTree tree() {
    return tree;
  }

  /** The files that change, as they are in the commit that is checked out. */
  public SourceTree before() {
    Map<String, FileVersion> before = new HashMap<>();
    putEarlier(changes, before);
    return new GitTree(repository.repository(), new Listing(before), disk, GitTree.Untouched.NONE);
  }

  /** The paths in the tree that the commit will add, change or remove. */
  public Set<String> changed() {
    return Set.copyOf(changes.keySet());
  }

  /**
   * What is staged beside the commit that is checked out, and then beside each that is being merged
   * into it. Before the first commit, everything is new.
   */
  public List<Difference> differences() throws GitProblem {
    List<Difference> differences = new ArrayList<>();
    differences.add(difference(changes));
    for (ObjectId merged : repository.mergedTrees()) {
      differences.add(difference(prefix.without(repository.changes(merged, index))));
    }
    return differences;
  }

  private Difference difference(Map<String, Change> since) {
    Map<String, FileVersion> before = new HashMap<>(files);
    before.keySet().removeAll(since.keySet());
    putEarlier(since, before);
    GitTree base =
        new GitTree(
            repository.repository(),
            new Listing(before),
            disk,
            path -> since.containsKey(path) ? null : untouched.bytes(path));
    List<String> notes = new ArrayList<>();
    since.forEach(
        (path, change) -> {
          if (change.isOfSubmodule()) {
            notes.add(Difference.submodule(path));
          }
        });
    return Difference.of(base, tree, since, notes);
  }

  private static void putEarlier(Map<String, Change> changes, Map<String, FileVersion> files) {
    changes.forEach(
        (path, change) -> {
          if (change.before() != null) {
            files.put(path, change.before());
          }
        });
  }
}

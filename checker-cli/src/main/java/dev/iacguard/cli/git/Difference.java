package dev.iacguard.cli.git;

import dev.iacguard.core.engine.impact.IrrelevantFiles;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The difference between what is on disk or staged and an earlier state.
 *
 * @param base the files as they were then
 * @param changed the paths in the tree of files that were added, changed or removed since
 * @param renamed new paths of files by their old ones, and of folders whose renamed files all went
 *     to one other
 * @param lines those that changed
 * @param notes what could not be compared, and why; one sentence each
 */
public record Difference(
    SourceTree base,
    Set<String> changed,
    Map<String, String> renamed,
    ChangedLines lines,
    List<String> notes) {

  /**
   * Compares what is on disk with the last commit that a revision and the commit that is checked
   * out have in common.
   *
   * @param root of the tree, in the work tree
   * @param disk the tree at that root
   */
  public static Difference since(
      GitRepository repository, String revision, Path root, FolderTree disk) throws GitProblem {
    Prefix prefix = Prefix.of(repository, root);
    ObjectId tree = new History(repository.repository()).commonTree(revision);
    DirCache index = repository.index();
    Map<String, Change> staged = prefix.without(repository.changes(tree, index));
    return new Scan(repository, root, disk, prefix.entries(index), staged).compare();
  }

  /**
   * @param now the files as they are now
   * @param changes between the two, by path
   */
  static Difference of(
      SourceTree base, SourceTree now, Map<String, Change> changes, List<String> notes) {
    Map<String, String> files = new Renames(base, now).find(changes);
    Set<String> changed = Set.copyOf(changes.keySet());
    return new Difference(
        base,
        changed,
        withFolders(files),
        new ChangedLines(base, now, changed, files),
        List.copyOf(notes));
  }

  static String submodule(String path) {
    return "the changes in the submodule " + path + " were not compared; check it by itself";
  }

  private static Map<String, String> withFolders(Map<String, String> files) {
    Map<String, Set<String>> folders = new HashMap<>();
    files.forEach(
        (old, now) ->
            folders
                .computeIfAbsent(Paths.folder(old), any -> new HashSet<>())
                .add(Paths.folder(now)));
    Map<String, String> renamed = new HashMap<>(files);
    folders.forEach(
        (old, now) -> {
          if (now.size() == 1) {
            renamed.put(old, now.iterator().next());
          }
        });
    return Map.copyOf(renamed);
  }

  /** Finds out what differs on disk. */
  private static final class Scan {
    private final GitRepository repository;
    private final FolderTree disk;
    private final Map<String, DirCacheEntry> entries;
    private final Map<String, Change> staged;
    private final WorkFiles work;
    private final Map<String, FileVersion> before = new HashMap<>();
    private final Map<String, Change> changes = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private int absent;

    Scan(
        GitRepository repository,
        Path root,
        FolderTree disk,
        Map<String, DirCacheEntry> entries,
        Map<String, Change> staged) {
      this.repository = repository;
      this.disk = disk;
      this.entries = entries;
      this.staged = staged;
      this.work = new WorkFiles(root);
    }

    Difference compare() {
      Set<String> paths = new TreeSet<>(entries.keySet());
      paths.addAll(staged.keySet());
      paths.forEach(this::compareTracked);
      Listing then = new Listing(before);
      for (String path : disk.walk("")) {
        if (!paths.contains(path) && !then.isInSubmodule(path) && !IrrelevantFiles.has(path)) {
          changes.put(path, new Change(null, work.version(path)));
        }
      }
      if (absent > 0) {
        notes.add(
            absent
                + " files are not checked out (sparse checkout) and were not compared;"
                + " 'git sparse-checkout disable' brings them");
      }
      GitTree base = new GitTree(repository.repository(), then, disk, GitTree.Untouched.NONE);
      return Difference.of(base, disk, changes, notes);
    }

    private void compareTracked(String path) {
      @Nullable DirCacheEntry entry = entries.get(path);
      if (entry != null && entry.isSkipWorkTree()) {
        absent++;
        return;
      }
      FileVersion now =
          entry == null ? null : new FileVersion(entry.getObjectId(), entry.getRawMode());
      Change change = staged.get(path);
      FileVersion then = change == null ? now : change.before();
      if (then != null) {
        before.put(path, then);
      }
      if (new Change(then, now).isOfSubmodule()) {
        if (change != null) {
          notes.add(submodule(path));
        }
        return;
      }
      FileVersion after = entry == null ? work.version(path) : work.version(path, entry);
      if (then == null ? after != null : !then.equals(after)) {
        changes.put(path, new Change(then, after));
      }
    }
  }
}

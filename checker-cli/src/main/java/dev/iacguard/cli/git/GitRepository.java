package dev.iacguard.cli.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.internal.util.CleanupService;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** A repository on disk, read without its settings and without running anything. */
public final class GitRepository implements AutoCloseable {
  static {
    // Otherwise JGit registers a hook for the end of the JVM, and loads all its messages for it
    // first, which takes a tenth of a commit hook's time. Nothing is written, so there is nothing
    // to clean up.
    new CleanupService();
  }

  private final Repository repository;
  private final Path top;

  private GitRepository(Repository repository, Path top) {
    this.repository = repository;
    this.top = top;
  }

  /**
   * The repository that a path is in.
   *
   * @param path real and absolute
   * @param environment where git tells its hooks which index the commit is made from
   */
  public static GitRepository around(Path path, Map<String, String> environment) throws GitProblem {
    @Nullable Path top = path;
    while (top != null && !Files.exists(top.resolve(Constants.DOT_GIT))) {
      top = top.getParent();
    }
    if (top == null && Files.isRegularFile(path.resolve(Constants.HEAD))) {
      throw new GitProblem(
          path
              + " is a bare repository; --staged and --diff-base need a work tree, as 'git"
              + " worktree add' makes one");
    }
    if (top == null) {
      throw new GitProblem(path + " is in no git repository; --staged and --diff-base need one");
    }
    try {
      Repository repository = open(top, environment, NoSettings.ALL);
      if (hasReferencesInTables(repository)) {
        repository.close();
        repository = open(top, environment, NoSettings.BUT_TABLES);
      }
      return new GitRepository(repository, top);
    } catch (IOException e) {
      throw new GitProblem("cannot read the git repository in " + top + ": " + e.getMessage());
    }
  }

  private static Repository open(Path top, Map<String, String> environment, NoSettings settings)
      throws IOException {
    SystemReader.setInstance(settings);
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().setFS(NoSettings.FILES).setWorkTree(top.toFile());
    String index = environment.get(Constants.GIT_INDEX_FILE_KEY);
    if (index != null && !index.isEmpty()) {
      builder.setIndexFile(top.resolve(index).toFile());
    }
    return builder.setMustExist(true).build();
  }

  /** The two settings that say how a repository is kept are the ones that are looked at. */
  private static boolean hasReferencesInTables(Repository repository) throws GitProblem {
    Path folder = repository.getCommonDirectory().toPath();
    Config settings = Settings.read(folder.resolve("config"));
    @Nullable String objects = settings.getString("extensions", null, "objectFormat");
    if (objects != null && !objects.equalsIgnoreCase("sha1")) {
      throw new GitProblem(
          folder
              + " names its objects by "
              + objects
              + ", which --staged and --diff-base cannot read; check without these options");
    }
    return Files.isDirectory(folder.resolve("reftable"));
  }

  /** The folder of the work tree. */
  public Path top() {
    return top;
  }

  Repository repository() {
    return repository;
  }

  /** What is staged. */
  DirCache index() throws GitProblem {
    try {
      DirCache index = DirCache.read(repository);
      if (index.hasUnmergedPaths()) {
        throw new GitProblem("the index holds conflicts; resolve and 'git add' them first");
      }
      return index;
    } catch (CorruptObjectException e) {
      throw new GitProblem(
          "the index cannot be read ("
              + e.getMessage()
              + "); if it is split or sparse, 'git"
              + " update-index --no-split-index' or 'git sparse-checkout reapply"
              + " --no-sparse-index' writes a plain one");
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new GitProblem("the index cannot be read: " + e.getMessage());
    }
  }

  /** The tree of the commit that is checked out, or null before the first commit. */
  @Nullable ObjectId headTree() throws GitProblem {
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId head = repository.resolve(Constants.HEAD);
      return head == null ? null : walk.parseCommit(head).getTree();
    } catch (IOException e) {
      throw new GitProblem("HEAD cannot be read: " + e.getMessage());
    }
  }

  /** The trees of the commits that are being merged into the one that is checked out. */
  List<ObjectId> mergedTrees() throws GitProblem {
    List<ObjectId> trees = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      @Nullable List<ObjectId> merged = repository.readMergeHeads();
      for (ObjectId commit : merged == null ? List.<ObjectId>of() : merged) {
        trees.add(walk.parseCommit(commit).getTree().copy());
      }
    } catch (IOException e) {
      throw new GitProblem("MERGE_HEAD cannot be read: " + e.getMessage());
    }
    return trees;
  }

  /**
   * Where a tree and the index differ.
   *
   * @param tree null for the empty tree
   */
  Map<String, Change> changes(@Nullable ObjectId tree, DirCache index) throws GitProblem {
    Map<String, Change> changes = new TreeMap<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(iterator(tree, walk));
      walk.addTree(new DirCacheIterator(index));
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        @Nullable FileVersion after = version(walk, 1);
        DirCacheIterator at = walk.getTree(1, DirCacheIterator.class);
        if (at != null && after != null) {
          DirCacheEntry entry = at.getDirCacheEntry();
          after = entry != null && entry.isIntentToAdd() ? null : after;
        }
        changes.put(walk.getPathString(), new Change(version(walk, 0), after));
      }
    } catch (IOException e) {
      throw new GitProblem("a tree cannot be read: " + e.getMessage());
    }
    return changes;
  }

  private static AbstractTreeIterator iterator(@Nullable ObjectId tree, TreeWalk walk)
      throws IOException {
    return tree == null
        ? new EmptyTreeIterator()
        : new CanonicalTreeParser(null, walk.getObjectReader(), tree);
  }

  private static @Nullable FileVersion version(TreeWalk walk, int number) {
    int mode = walk.getRawMode(number);
    return mode == 0 ? null : new FileVersion(walk.getObjectId(number), mode);
  }

  @Override
  public void close() {
    repository.close();
  }
}

package dev.iacguard.cli.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;

/** Creates a repository to try things out in. */
public final class TrialRepository {
  private static final String BRANCH = "refs/heads/main";

  private TrialRepository() {}

  /** Makes a folder a repository in which everything is staged and nothing is committed. */
  public static void make(Path folder) throws IOException, GitProblem {
    List<Path> files;
    try (Stream<Path> below = Files.walk(folder)) {
      files = below.filter(Files::isRegularFile).toList();
    }
    Path git = Files.createDirectory(folder.resolve(Constants.DOT_GIT));
    Files.createDirectories(git.resolve("refs/heads"));
    Files.createDirectory(git.resolve(Constants.OBJECTS));
    Files.writeString(git.resolve(Constants.HEAD), "ref: " + BRANCH + "\n");
    try (GitRepository repository = GitRepository.around(folder, Map.of());
        ObjectInserter objects = repository.repository().newObjectInserter()) {
      DirCache index = repository.repository().lockDirCache();
      DirCacheBuilder builder = index.builder();
      for (Path file : files) {
        DirCacheEntry entry = new DirCacheEntry(folder.relativize(file).toString());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(objects.insert(Constants.OBJ_BLOB, Files.readAllBytes(file)));
        builder.add(entry);
      }
      builder.commit();
      objects.flush();
    }
  }

  /** Commits what is staged. */
  public static void commit(Path folder) throws IOException, GitProblem {
    try (GitRepository git = GitRepository.around(folder, Map.of());
        ObjectInserter objects = git.repository().newObjectInserter()) {
      Repository repository = git.repository();
      PersonIdent nobody = new PersonIdent("nobody", "nobody", Instant.EPOCH, ZoneOffset.UTC);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(repository.readDirCache().writeTree(objects));
      commit.setAuthor(nobody);
      commit.setCommitter(nobody);
      ObjectId id = objects.insert(commit);
      objects.flush();
      Files.writeString(folder.resolve(Constants.DOT_GIT).resolve(BRANCH), id.name() + "\n");
    }
  }
}

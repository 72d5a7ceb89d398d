package dev.iacguard.cli.git;

import java.io.IOException;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/** Finds commits. */
final class History {
  private final Repository repository;

  History(Repository repository) {
    this.repository = repository;
  }

  /** The tree of the last commit that a revision and HEAD have in common. */
  ObjectId commonTree(String revision) throws GitProblem {
    try (RevWalk walk = new RevWalk(repository)) {
      @Nullable ObjectId head = repository.resolve(Constants.HEAD + "^{commit}");
      if (head == null) {
        throw new GitProblem("there is no commit yet that --diff-base could compare with");
      }
      @Nullable ObjectId base = commit(revision);
      if (base == null) {
        throw new GitProblem(
            "--diff-base: there is no commit " + revision + " in this clone; " + fetch(revision));
      }
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(head));
      walk.markStart(walk.parseCommit(base));
      @Nullable RevCommit common = walk.next();
      if (common == null) {
        throw new GitProblem(
            "--diff-base: "
                + revision
                + " and HEAD have no commit in common"
                + (isShallow()
                    ? " in this shallow clone; 'git fetch --unshallow' completes it"
                    : ""));
      }
      return common.getTree().copy();
    } catch (MissingObjectException e) {
      throw new GitProblem("the history is incomplete: " + e.getMessage() + "; " + fetch(revision));
    } catch (IOException e) {
      throw new GitProblem("the history cannot be read: " + e.getMessage());
    }
  }

  private @Nullable ObjectId commit(String revision) throws IOException, GitProblem {
    try {
      return repository.resolve(revision + "^{commit}");
    } catch (RevisionSyntaxException e) {
      throw new GitProblem("--diff-base " + revision + " is not a revision");
    }
  }

  private String fetch(String revision) throws GitProblem {
    if (isShallow()) {
      return "the clone is shallow; 'git fetch --unshallow' completes it";
    }
    int slash = revision.indexOf('/');
    return slash > 0
        ? "'git fetch " + revision.substring(0, slash) + "' may bring it"
        : "'git fetch --all' may bring it";
  }

  private boolean isShallow() throws GitProblem {
    try {
      Set<ObjectId> cut = repository.getObjectDatabase().getShallowCommits();
      return !cut.isEmpty();
    } catch (IOException e) {
      throw new GitProblem("the history cannot be read: " + e.getMessage());
    }
  }
}

package dev.iacguard.cli;

import dev.iacguard.cli.git.Difference;
import dev.iacguard.cli.git.GitProblem;
import dev.iacguard.cli.git.GitRepository;
import dev.iacguard.cli.git.Staged;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Impact;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.PolicySource;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The states of the code that a run looks at: the one that it judges, be it on disk or staged, and
 * those that this one is compared with.
 */
final class Ends implements AutoCloseable {
  private final Request request;
  private final @Nullable GitRepository repository;
  private final @Nullable Staged staged;
  private final @Nullable Difference branch;
  private final boolean everything;
  private final List<String> notes = new ArrayList<>();
  private @Nullable Impact reached;
  private @Nullable List<Difference> compared;

  private Ends(
      Request request,
      @Nullable GitRepository repository,
      @Nullable Staged staged,
      boolean everything,
      @Nullable Difference branch) {
    this.request = request;
    this.repository = repository;
    this.staged = staged;
    this.everything = everything;
    this.branch = branch;
  }

  /**
   * @throws UsageException when the repository cannot give what is asked for
   */
  static Ends of(InputOptions options, Request request, Map<String, String> environment) {
    String revision = options.diffBase();
    if (!options.staged() && revision == null) {
      return new Ends(request, null, null, false, null);
    }
    try {
      GitRepository repository = GitRepository.around(request.root(), environment);
      Path root = request.root();
      return revision == null
          ? new Ends(
              request, repository, Staged.in(repository, root, request.tree()), options.all(), null)
          : new Ends(
              request,
              repository,
              null,
              false,
              Difference.since(repository, revision, root, request.tree()));
    } catch (GitProblem e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** The files that are judged. */
  SourceTree tree() {
    return staged == null ? request.sources() : staged.tree();
  }

  /** The files as they were in the first of the states to compare with; null for none. */
  @Nullable SourceTree base() {
    List<Difference> all = differences();
    return all.isEmpty() ? null : all.get(0).base();
  }

  /** The paths in the tree that were added, changed or removed; empty without a comparison. */
  Set<String> changed() {
    return staged != null ? staged.changed() : branch == null ? Set.of() : branch.changed();
  }

  /** Whether a policy consists of files of the repository. */
  boolean holds(PolicySource policy) {
    return policy.tree().equals(tree()) || policy.tree().equals(request.tree());
  }

  /** A policy of the repository as it was in an earlier state. */
  PolicySource at(SourceTree base, PolicySource policy, String path) {
    return new PolicySource(
        base, path, tree(), Paths.folder(path), policy.inTree(), policy.inputs());
  }

  /**
   * What to look at.
   *
   * @param asked under the policy
   * @param failed takes the folders that cannot be looked at
   */
  Selection selection(Request asked, Consumer<Content.Failed> failed) {
    if (staged == null) {
      return asked.selection(failed);
    }
    reached = Impact.of(staged.tree(), staged.before(), staged.changed(), asked.inputs());
    return reached.selection(staged.tree(), asked.named());
  }

  /** Of what is staged, only stacks that it reaches are judged. */
  CheckResult judge(Task task, Selection selection) {
    Checker checker = new Checker(task.rules());
    Inputs inputs = task.request().inputs();
    @Nullable Impact impact = reached;
    if (impact == null) {
      return checker.check(tree(), selection, inputs, task.progress());
    }
    if (selection.files().isEmpty()) {
      return new CheckResult(List.of(), List.of(), List.of(), List.of(), 0);
    }
    return checker.check(
        tree(), selection, inputs, impact.part(tree(), List.of()), task.progress());
  }

  /**
   * What is new or worse than in the states to compare with; everything where there is none. What
   * is staged is compared only when something was found in it.
   *
   * @param trust holds the policy that judged
   */
  News news(News.Found found, Trust trust) {
    @Nullable PolicySource policy = trust.source();
    boolean isClean =
        found.problems().isEmpty()
            && found.screening().alerts().stream().allMatch(alert -> alert.suppression() != null);
    if (staged != null && !trust.fromBase()) {
      noteOtherPolicy(policy);
    }
    if ((staged == null && branch == null) || (staged != null && (everything || isClean))) {
      return News.all(found);
    }
    List<Difference> differences = differences();
    differences.forEach(since -> notes.addAll(since.notes()));
    if (policy != null && holds(policy)) {
      noteChanged(trust.policy().files(), differences.get(0));
    }
    News news = News.since(differences, past(differences, found), found);
    if (staged == null) {
      return news;
    }
    noteOlder(news);
    return news.withoutMended();
  }

  private void noteChanged(Set<String> files, Difference since) {
    List<String> changed = files.stream().filter(since.changed()::contains).sorted().toList();
    if (!changed.isEmpty()) {
      notes.add(
          tree().shown(changed.get(0))
              + " changed, too; both ends were judged by what the policy says now");
    }
  }

  /** A policy that is on disk and not staged is easily taken for the one that holds. */
  private void noteOtherPolicy(@Nullable PolicySource policy) {
    @Nullable PolicySource onDisk =
        policy == null ? PolicyChoice.source(null, request, request.tree()) : null;
    if (onDisk != null) {
      notes.add(
          request.tree().shown(String.valueOf(onDisk.path()))
              + " is not staged and does not hold for this commit; 'git add' it");
    }
  }

  private void noteOlder(News news) {
    long older =
        news.older().size()
            + news.alerts().stream()
                .filter(alert -> alert.suppression() == null && !alert.counts())
                .count();
    if (older > 0) {
      notes.add(
          (older == 1 ? "1 older finding" : older + " older findings")
              + " in the stacks that this touches; 'iac-guard check --staged --all' shows all");
    }
  }

  /** A merge that is being completed has more than one earlier state. */
  List<Difference> differences() {
    try {
      List<Difference> all = compared;
      if (all == null) {
        all = staged != null ? staged.differences() : branch == null ? List.of() : List.of(branch);
        compared = all;
      }
      return all;
    } catch (GitProblem e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private List<Past> past(List<Difference> differences, News.Found now) {
    List<Past> past = new ArrayList<>();
    for (Difference since : differences) {
      Impact known = past.isEmpty() ? reached : null;
      Impact impact =
          known == null
              ? Impact.of(tree(), since.base(), since.changed(), now.task().request().inputs())
              : known;
      past.add(Past.of(since, impact, now));
    }
    return past;
  }

  /** What to say of the comparison, a sentence each. */
  List<String> notes() {
    return notes;
  }

  @Override
  public void close() {
    if (repository != null) {
      repository.close();
    }
  }
}

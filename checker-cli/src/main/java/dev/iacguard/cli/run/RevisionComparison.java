package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.git.Difference;
import dev.iacguard.cli.git.GitProblem;
import dev.iacguard.cli.git.GitRepository;
import dev.iacguard.cli.git.Staged;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.edit.OverlayTree;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.fix.RepeatedCheck;
import dev.iacguard.core.engine.impact.Impact;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.Skipped;
import dev.iacguard.core.source.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that a run reads: the one that it judges, on disk or staged, and those that this
 * one is compared with.
 */
public final class RevisionComparison implements AutoCloseable {
  private final ResolvedInput resolvedInput;
  private final @Nullable GitRepository repository;
  private final @Nullable Staged staged;
  private final @Nullable Difference branch;
  private final boolean everything;
  private final List<String> notes = new ArrayList<>();
  private @Nullable Impact reached;
  private @Nullable List<Difference> compared;

  private RevisionComparison(
      ResolvedInput resolvedInput,
      @Nullable GitRepository repository,
      @Nullable Staged staged,
      boolean everything,
      @Nullable Difference branch) {
    this.resolvedInput = resolvedInput;
    this.repository = repository;
    this.staged = staged;
    this.everything = everything;
    this.branch = branch;
  }

  /**
   * @throws UsageException when the repository cannot give what is asked for
   */
  static RevisionComparison of(
      InputOptions options, ResolvedInput resolvedInput, Map<String, String> environment) {
    String revision = options.revision().diffBase();
    if (!options.revision().staged() && revision == null) {
      return new RevisionComparison(resolvedInput, null, null, false, null);
    }
    try {
      GitRepository repository = GitRepository.around(resolvedInput.root(), environment);
      Path root = resolvedInput.root();
      return revision == null
          ? new RevisionComparison(
              resolvedInput,
              repository,
              Staged.in(repository, root, resolvedInput.tree()),
              options.revision().all(),
              null)
          : new RevisionComparison(
              resolvedInput,
              repository,
              null,
              false,
              Difference.since(repository, revision, root, resolvedInput.tree()));
    } catch (GitProblem e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** The files that are judged. */
  public SourceTree tree() {
    return staged == null ? resolvedInput.sources() : staged.tree();
  }

  /** The files as they were in the first of the states to compare with; null for none. */
  @Nullable
  public SourceTree base() {
    List<Difference> all = differences();
    return all.isEmpty() ? null : all.get(0).base();
  }

  /** The paths in the tree that were added, changed or removed; empty without a comparison. */
  public Set<String> changed() {
    return staged != null ? staged.changed() : branch == null ? Set.of() : branch.changed();
  }

  /** Whether a policy consists of files of the repository. */
  public boolean holds(PolicySource policy) {
    return policy.tree().equals(tree()) || policy.tree().equals(resolvedInput.tree());
  }

  /** A policy of the repository as it was in an earlier state. */
  public PolicySource at(SourceTree base, PolicySource policy, String path) {
    return new PolicySource(
        base, path, tree(), Paths.folder(path), policy.inTree(), policy.inputs());
  }

  /**
   * What to look at.
   *
   * @param asked under the policy
   * @param skipped takes what cannot be looked at
   */
  Selection selection(ResolvedInput asked, Consumer<Skipped> skipped) {
    if (staged == null) {
      return asked.selection(skipped);
    }
    reached = Impact.of(staged.tree(), staged.before(), staged.changed(), asked.inputs());
    return reached.selection(staged.tree(), asked.named());
  }

  /**
   * Of what is staged, only stacks that it reaches are judged.
   *
   * @param texts what stands in files instead, by path in the tree
   */
  CheckResult judge(
      AnalysisContext analysisContext, Selection selection, Map<String, String> texts) {
    Checker checker = new Checker(analysisContext.rules());
    Inputs inputs = analysisContext.resolvedInput().inputs();
    SourceTree read = analysisContext.resolvedInput().readIn(tree());
    SourceTree tree = texts.isEmpty() ? read : new OverlayTree(read, texts);
    @Nullable Impact impact = reached;
    if (impact == null) {
      return checker.check(tree, selection, inputs, analysisContext.progress());
    }
    if (selection.files().isEmpty()) {
      return new CheckResult(List.of(), List.of(), List.of(), List.of(), 0);
    }
    return checker.check(
        tree, selection, inputs, impact.part(tree, List.of()), analysisContext.progress());
  }

  /** Whether what is staged is judged. */
  boolean isStaged() {
    return staged != null;
  }

  /** Judges what is on disk again and again. */
  RepeatedCheck repeated(AnalysisContext analysisContext, Selection selection) {
    ResolvedInput input = analysisContext.resolvedInput();
    return new RepeatedCheck(
        new Checker(analysisContext.rules()),
        input.readIn(tree()),
        selection,
        input.inputs(),
        analysisContext.progress());
  }

  /**
   * What is new or worse than in the states to compare with; everything where there is none. What
   * is staged is compared only when something was found in it.
   *
   * @param trust holds the policy that judged
   */
  NewFindings newFindings(NewFindings.Found found, Trust trust) {
    @Nullable PolicySource policy = trust.source();
    boolean isClean =
        found.problems().isEmpty()
            && found.suppressionResult().reportedFindings().stream()
                .allMatch(reportedFinding -> reportedFinding.suppression() != null);
    if (staged != null && !trust.fromBase()) {
      noteOtherPolicy(policy);
    }
    if ((staged == null && branch == null) || (staged != null && (everything || isClean))) {
      return NewFindings.all(found);
    }
    List<Difference> differences = differences();
    differences.forEach(since -> notes.addAll(since.notes()));
    if (policy != null && holds(policy)) {
      noteChanged(trust.policy().files(), differences.get(0));
    }
    NewFindings newFindings =
        NewFindings.since(differences, baseAnalysis(differences, found), found);
    if (staged == null) {
      return newFindings;
    }
    noteOlder(newFindings);
    return newFindings.withoutFixed();
  }

  private void noteChanged(Set<String> files, Difference since) {
    List<String> changed = files.stream().filter(since.changed()::contains).sorted().toList();
    if (!changed.isEmpty()) {
      notes.add(
          tree().shown(changed.get(0))
              + " changed too; both revisions were checked with the current policy");
    }
  }

  /** A policy that is on disk and not staged is easily taken for the one that holds. */
  private void noteOtherPolicy(@Nullable PolicySource policy) {
    @Nullable PolicySource onDisk =
        policy == null ? PolicyChoice.source(null, resolvedInput, resolvedInput.tree()) : null;
    if (onDisk != null) {
      notes.add(
          resolvedInput.tree().shown(String.valueOf(onDisk.path()))
              + " is not staged, so it does not apply to this commit; 'git add' it");
    }
  }

  private void noteOlder(NewFindings newFindings) {
    long older =
        newFindings.older().size()
            + newFindings.reportedFindings().stream()
                .filter(
                    reportedFinding ->
                        reportedFinding.suppression() == null && !reportedFinding.counts())
                .count();
    if (older > 0) {
      notes.add(
          (older == 1 ? "1 older finding" : older + " older findings")
              + " in the affected stacks; 'iac-guard check --staged --all' shows all");
    }
  }

  /** A merge that is being completed has more than one earlier state. */
  public List<Difference> differences() {
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

  private List<BaseAnalysis> baseAnalysis(List<Difference> differences, NewFindings.Found now) {
    List<BaseAnalysis> baseAnalysis = new ArrayList<>();
    for (Difference since : differences) {
      Impact known = baseAnalysis.isEmpty() ? reached : null;
      Impact impact =
          known == null
              ? Impact.of(
                  tree(),
                  since.base(),
                  since.changed(),
                  now.analysisContext().resolvedInput().inputs())
              : known;
      baseAnalysis.add(BaseAnalysis.of(since, impact, now));
    }
    return baseAnalysis;
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

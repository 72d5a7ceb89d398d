package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.environment.Version;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.Review;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.KnownFingerprints;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.engine.ReportedFindings;
import dev.iacguard.core.engine.suppression.SuppressionResult;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.source.Paths;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is checked again and again while documents in it are edited. The result is that of
 * {@code check} in the folder once the documents are saved. Only stacks that a change can reach are
 * judged again.
 *
 * <p>To be used by one thread at a time.
 */
public final class Workspace {
  private final InputOptions options;
  private final CliEnvironment cliEnvironment;
  private final ResolvedInput asked;
  private final FileCache disk;
  private final Set<String> changedOnDisk = new HashSet<>();
  private final KnownFingerprints fingerprints = new KnownFingerprints();
  private boolean looked;
  private @Nullable WorkspaceState last;

  private Workspace(InputOptions options, CliEnvironment cliEnvironment, ResolvedInput asked) {
    this.options = options;
    this.cliEnvironment = cliEnvironment;
    this.asked = asked;
    this.disk = new FileCache(asked.tree(), new FileStamps(asked.root()));
  }

  /**
   * @param cliEnvironment its folder is the workspace
   * @throws UsageException when {@code check} would refuse it
   */
  public static Workspace open(InputOptions options, CliEnvironment cliEnvironment) {
    return new Workspace(options, cliEnvironment, ResolvedInput.of(options, cliEnvironment));
  }

  /** The real path of the folder. */
  public Path folder() {
    return asked.folder();
  }

  /** The path in the tree of a file on disk; null when nothing of it may be read. */
  public @Nullable String pathOf(Path file) {
    return asked.tree().pathOf(file);
  }

  /** The file that a path in a report shows. */
  public Path file(String shown) {
    return asked.root().resolve(asked.inTree(shown));
  }

  /** The path in the tree that a path in a report shows. */
  public String inTree(String shown) {
    return asked.inTree(shown);
  }

  /** Looks at the disk again before the next check. */
  public void refresh() {
    looked = false;
  }

  /** Has the next check judge everything. */
  public void forget() {
    last = null;
  }

  /**
   * Checks the folder with open documents in the place of files.
   *
   * @param documents their texts by path in the tree
   * @param progress is asked before each stack; what it throws ends the check, and the next one
   *     starts from the same state as this one
   */
  public WorkspaceState check(Map<String, String> documents, LocalDate today, Progress progress) {
    boolean rescan = !looked;
    if (rescan) {
      changedOnDisk.addAll(disk.refresh());
    }
    @Nullable OpenTexts before =
        last instanceof WorkspaceState.Checked checked ? checked.run().texts : null;
    OpenTexts texts = OpenTexts.over(disk, documents, before);
    WorkspaceState state;
    try {
      state = check(texts, rescan, today, progress);
    } catch (UsageException e) {
      state = new WorkspaceState.Refused(texts, List.of(), String.valueOf(e.getMessage()));
    }
    looked = true;
    changedOnDisk.clear();
    last = state;
    return state;
  }

  private WorkspaceState check(
      OpenTexts texts, boolean rescan, LocalDate today, Progress progress) {
    if (!(last instanceof WorkspaceState.Checked before)
        || !before.run().context.terms().today().equals(today)) {
      return anew(texts, today, progress);
    }
    OpenTexts earlier = before.run().texts;
    Set<String> changed = texts.differences(earlier);
    boolean sameFiles = texts.hasFilesOf(earlier);
    if (changed.isEmpty() && sameFiles && !rescan && changedOnDisk.isEmpty()) {
      return before;
    }
    // What a file was before it changed on disk is not known any more.
    boolean otherDisk =
        changedOnDisk.stream().anyMatch(path -> !texts.holds(path) || !earlier.holds(path));
    if (otherDisk || changed.stream().anyMatch(path -> isPolicy(path, before))) {
      return anew(texts, today, progress);
    }
    ResolvedInput input = before.run().context.resolvedInput().reading(texts);
    SelectedFiles selected =
        rescan || !sameFiles ? SelectedFiles.of(input, cliEnvironment) : before.run().selected;
    AnalysisContext context = before.run().context.reading(input, progress);
    if (!selected.equals(before.run().selected)) {
      return anew(texts, today, progress);
    }
    if (changed.isEmpty()) {
      return before;
    }
    @Nullable WorkspaceState part = part(texts, changed, context, before);
    return part == null ? anew(texts, today, progress) : part;
  }

  private static boolean isPolicy(String path, WorkspaceState.Checked before) {
    return before.policy().files().contains(path) || PolicyChoice.NAMES.contains(Paths.name(path));
  }

  private WorkspaceState anew(OpenTexts texts, LocalDate today, Progress progress) {
    ResolvedInput reading = asked.reading(texts);
    @Nullable PolicySource source = PolicyChoice.source(options.policy().file(), reading, texts);
    if (source != null
        && PolicyChoice.configured(source, reading) instanceof PolicyResult.Refused refused) {
      return new WorkspaceState.Refused(texts, refused.errors(), "the policy cannot be used");
    }
    try (RevisionComparison now =
        RevisionComparison.of(options, reading, cliEnvironment.environment())) {
      Trust trust = Trust.of(options, reading, now);
      ResolvedInput input = reading.under(trust.policy());
      AnalysisContext context = AnalysisContext.of(input, trust, today, progress);
      SelectedFiles selected = SelectedFiles.of(input, cliEnvironment);
      ReadFiles read = new ReadFiles(input.readIn(texts), Set.of());
      CheckResult result =
          new Checker(context.rules()).check(read, selected.selection(), input.inputs(), progress);
      return checked(result, trust.policy(), texts, context, selected, read);
    }
  }

  /** Null when there are other stacks now, whose order among the others has to be found. */
  private @Nullable WorkspaceState part(
      OpenTexts texts,
      Set<String> changed,
      AnalysisContext context,
      WorkspaceState.Checked before) {
    ReadFiles read =
        new ReadFiles(context.resolvedInput().readIn(texts), before.run().read.paths());
    @Nullable CheckResult result = PartialCheck.of(read, changed, context, before);
    return result == null
        ? null
        : checked(result, before.policy(), texts, context, before.run().selected, read);
  }

  private WorkspaceState checked(
      CheckResult result,
      PolicyResult.Ready policy,
      OpenTexts texts,
      AnalysisContext context,
      SelectedFiles selected,
      ReadFiles read) {
    ResolvedInput input = context.resolvedInput();
    SuppressionResult screened =
        context.screen(ReportedFindings.of(result, input::inTree, fingerprints), result);
    NewFindings findings = NewFindings.all(new NewFindings.Found(result, screened, texts, context));
    List<Problem> problems = new ArrayList<>(selected.problems());
    problems.addAll(findings.problems());
    Report report =
        new Report(
            result,
            findings.reportedFindings(),
            List.copyOf(problems),
            input.named(),
            Version.current(),
            Duration.ZERO,
            new Review(
                screened.exceptions(),
                context.terms().today(),
                null,
                List.of(),
                selected.leftOut(),
                screened.accepted().size(),
                input::inTree,
                input.tree()::shown),
            RepositoryPaths.of(input),
            context.rules(),
            Map.of());
    return new WorkspaceState.Checked(
        texts, report, policy, new WorkspaceState.Run(texts, context, selected, read));
  }
}

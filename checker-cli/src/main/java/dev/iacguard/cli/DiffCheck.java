package dev.iacguard.cli;

import dev.iacguard.cli.git.Difference;
import dev.iacguard.cli.git.GitProblem;
import dev.iacguard.cli.git.GitRepository;
import dev.iacguard.core.engine.Alert;
import dev.iacguard.core.engine.Alerts;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Comparison;
import dev.iacguard.core.engine.Exceptions;
import dev.iacguard.core.engine.Impact;
import dev.iacguard.core.engine.Known;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.engine.Screening;
import dev.iacguard.core.engine.StackPath;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code --diff-base}: the findings of a run beside those at the commit that the branch started
 * from. Only what the change reaches is judged there; the rest is the same at both ends.
 */
final class DiffCheck implements AutoCloseable {
  private final GitRepository repository;
  private final Request request;
  private final Difference difference;
  private final Impact impact;

  private DiffCheck(GitRepository repository, Request request, Difference difference) {
    this.repository = repository;
    this.request = request;
    this.difference = difference;
    this.impact = Impact.of(request.tree(), difference.base(), difference.changed());
  }

  /**
   * @return null when no revision is given
   * @throws UsageException when the repository cannot give what is asked for
   */
  static @Nullable DiffCheck since(
      @Nullable String revision, Request request, Map<String, String> environment) {
    if (revision == null) {
      return null;
    }
    try {
      GitRepository repository = GitRepository.around(request.root(), environment);
      return new DiffCheck(
          repository,
          request,
          Difference.since(repository, revision, request.root(), request.tree()));
    } catch (GitProblem e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** What could not be compared. */
  List<String> notes() {
    return difference.notes();
  }

  /**
   * @param alerts of the run, by the request's selection
   */
  Comparison compare(
      List<Alert> alerts, CheckResult result, Screening.Terms terms, Progress progress) {
    UnaryOperator<String> inTree = request::inTree;
    SourceTree base = difference.base();
    Set<String> reached = impact.reached().stream().map(base::shown).collect(Collectors.toSet());
    List<Known> before = new ArrayList<>();
    for (Alert alert : alerts) {
      if (!reached.contains(StackPath.of(alert.verdict().subject().stack()))) {
        before.add(Known.of(alert, inTree));
      }
    }
    Selection selection = impact.selection(base, request.named());
    if (!selection.files().isEmpty()) {
      CheckResult then =
          new Checker(InstalledRules.pack())
              .check(base, selection, request.inputs(), reached::contains, progress);
      UnaryOperator<String> renamed = shown -> difference.newPath(inTree.apply(shown));
      // What an exception covered then is new when it is covered no more.
      Exceptions.apply(Alerts.of(then, renamed), then, terms, inTree).alerts().stream()
          .filter(alert -> alert.suppression() == null)
          .forEach(alert -> before.add(Known.of(alert, renamed)));
    }
    Comparison comparison =
        Comparison.of(
            alerts,
            result,
            before,
            inTree,
            path -> request.tree().isFile(path) || request.tree().isFolder(path));
    Marks marks = new Marks(difference.lines(), inTree);
    return new Comparison(
        comparison.alerts().stream().map(marks::mark).toList(),
        comparison.mended(),
        comparison.unseen());
  }

  @Override
  public void close() {
    repository.close();
  }
}

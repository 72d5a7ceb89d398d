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
import dev.iacguard.core.rule.RulePack;
import dev.iacguard.core.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * {@code --diff-base}: the findings of a run beside those at the commit that the branch started
 * from. Only what the change reaches is judged there; the rest is the same at both ends.
 */
final class DiffCheck implements AutoCloseable {
  private final GitRepository repository;
  private final Request request;
  private final Difference difference;

  private DiffCheck(GitRepository repository, Request request, Difference difference) {
    this.repository = repository;
    this.request = request;
    this.difference = difference;
  }

  /**
   * @throws UsageException when the repository cannot give what is asked for
   */
  static DiffCheck since(String revision, Request request, Map<String, String> environment) {
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
   * What was found at the base. What an exception covered there does not count among it: it is new
   * when it is covered no more.
   *
   * @param now what the run over the request's selection came to
   */
  List<Known> before(CheckResult now, RulePack rules, Screening.Terms terms, Progress progress) {
    SourceTree base = difference.base();
    Impact impact = Impact.of(request.tree(), base, difference.changed(), request.inputs());
    Set<String> reached = impact.reached().stream().map(base::shown).collect(Collectors.toSet());
    CheckResult then =
        new Checker(rules)
            .check(
                base,
                impact.selection(base, request.named()),
                request.inputs(),
                new Checker.Part(reached::contains, now.apart()),
                progress);
    UnaryOperator<String> renamed =
        shown -> {
          String path = request.inTree(shown);
          return difference.renamed().getOrDefault(path, path);
        };
    return Exceptions.apply(Alerts.of(then, renamed), then, terms, request::inTree)
        .alerts()
        .stream()
        .filter(alert -> alert.suppression() == null)
        .map(alert -> Known.of(alert, renamed))
        .toList();
  }

  /** Marks what the change touches. */
  Comparison marked(Comparison comparison) {
    Marks marks = new Marks(difference.lines(), request::inTree);
    List<Alert> alerts = comparison.alerts().stream().map(marks::mark).toList();
    return new Comparison(alerts, comparison.mended(), comparison.kept());
  }

  @Override
  public void close() {
    repository.close();
  }
}

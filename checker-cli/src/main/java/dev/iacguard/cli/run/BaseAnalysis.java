package dev.iacguard.cli.run;

import dev.iacguard.cli.git.Difference;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.ReportedFindings;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.engine.impact.Impact;
import dev.iacguard.core.engine.suppression.SuppressionResult;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.source.SourceTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Analyses the earlier state that a run is compared with. Only what the change since then reaches
 * is judged there; the rest is the same at both ends.
 */
final class BaseAnalysis {

  /** A problem wherever it is in its file. */
  private record Trouble(String rule, String path, String message) {}

  private final Difference since;
  private final UnaryOperator<String> inTree;
  private final List<BaselineFinding> findings;
  private final Set<Trouble> troubles = new HashSet<>();
  private final Set<Problem> ofStacks = new HashSet<>();
  private final Set<Trouble> idleNow = new HashSet<>();

  private BaseAnalysis(
      Difference since, CheckResult now, CheckResult then, AnalysisContext analysisContext) {
    this.since = since;
    this.inTree = analysisContext.resolvedInput()::inTree;
    UnaryOperator<String> renamed =
        shown -> {
          String path = inTree.apply(shown);
          return since.renamed().getOrDefault(path, path);
        };
    SuppressionResult suppressionResult =
        analysisContext.screen(ReportedFindings.of(then, renamed), then);
    // What an exception covered does not count: it is new when it is covered no more.
    this.findings =
        suppressionResult.reportedFindings().stream()
            .filter(reportedFinding -> reportedFinding.suppression() == null)
            .map(reportedFinding -> BaselineFinding.of(reportedFinding, renamed))
            .toList();
    then.problems().forEach(problem -> troubles.add(trouble(problem, renamed)));
    suppressionResult.problems().forEach(problem -> troubles.add(trouble(problem, renamed)));
    for (StackReport stack : now.reports()) {
      ofStacks.addAll(stack.problems());
    }
    for (SuppressionResult.Applied exception : suppressionResult.exceptions()) {
      if (!exception.resources().isEmpty()) {
        idleNow.add(trouble(exception.idle(), renamed));
      }
    }
  }

  /**
   * @param impact of what changed since then
   * @param now what there is today
   */
  static BaseAnalysis of(Difference since, Impact impact, NewFindings.Found now) {
    AnalysisContext analysisContext = now.analysisContext();
    ResolvedInput resolvedInput = analysisContext.resolvedInput();
    SourceTree base = resolvedInput.readIn(since.base());
    CheckResult then =
        new Checker(analysisContext.rules())
            .check(
                base,
                impact.selection(base, resolvedInput.named()),
                resolvedInput.inputs(),
                impact.part(base, now.result().apart()),
                analysisContext.progress());
    return new BaseAnalysis(since, now.result(), then, analysisContext);
  }

  List<BaselineFinding> findings() {
    return findings;
  }

  /**
   * Whether a problem is not new. What the change did to a file that cannot be read cannot be
   * determined, so that one always is.
   */
  boolean had(Problem problem) {
    Trouble trouble = trouble(problem, inTree);
    boolean changed = since.changed().contains(trouble.path);
    if (problem.leavesInputUnread() && changed) {
      return false;
    }
    if (troubles.contains(trouble)) {
      return true;
    }
    if (problem.rule().equals(Problem.INVALID_WAIVER)) {
      int line = problem.at().line();
      boolean written = changed && since.lines().first(trouble.path, line, line) > 0;
      return !written && !idleNow.contains(trouble);
    }
    // What no stack says is said of the file alone, and was not looked for where nothing changed.
    return !changed && !ofStacks.contains(problem);
  }

  private static Trouble trouble(Problem problem, UnaryOperator<String> path) {
    return new Trouble(problem.rule(), path.apply(problem.at().path()), problem.message());
  }
}

package dev.iacguard.cli.run;

import dev.iacguard.cli.git.Difference;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.baseline.BaselineComparison;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.engine.suppression.SuppressionResult;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The new findings of a run, separated from existing ones.
 *
 * @param reportedFindings all of them
 * @param problems those that are news
 * @param older problems that are none
 * @param baselineComparison null when there is nothing to compare with
 */
record NewFindings(
    List<ReportedFinding> reportedFindings,
    List<Problem> problems,
    List<Problem> older,
    @Nullable BaselineComparison baselineComparison) {

  /**
   * What one state of the code came to.
   *
   * @param tree the files that were judged
   */
  record Found(
      CheckResult result,
      SuppressionResult suppressionResult,
      SourceTree tree,
      AnalysisContext analysisContext) {

    List<Problem> problems() {
      List<Problem> problems = new ArrayList<>(result.problems());
      problems.addAll(suppressionResult.problems());
      return problems;
    }

    private BaselineComparison beside(List<BaselineFinding> before) {
      return BaselineComparison.of(
          suppressionResult.reportedFindings(),
          result,
          before,
          analysisContext.resolvedInput()::inTree,
          path -> tree.isFile(path) || tree.isFolder(path));
    }
  }

  /** Everything is. */
  static NewFindings all(Found found) {
    return new NewFindings(
        found.suppressionResult.reportedFindings(), found.problems(), List.of(), null);
  }

  /** What is new or worse than in a list; problems are not in it. */
  static NewFindings beside(List<BaselineFinding> before, Found found) {
    BaselineComparison baselineComparison = found.beside(before);
    return new NewFindings(
        baselineComparison.reportedFindings(), found.problems(), List.of(), baselineComparison);
  }

  /**
   * What is new or worse than in any earlier state.
   *
   * @param baseAnalysis what was found in each of those that the differences speak of
   */
  static NewFindings since(
      List<Difference> differences, List<BaseAnalysis> baseAnalysis, Found found) {
    BaselineComparison baselineComparison =
        found.beside(baseAnalysis.stream().flatMap(then -> then.findings().stream()).toList());
    ChangedFindings changedFindings =
        new ChangedFindings(
            differences.get(0).lines(), found.analysisContext.resolvedInput()::inTree);
    List<ReportedFinding> reportedFindings =
        baselineComparison.reportedFindings().stream().map(changedFindings::mark).toList();
    List<Problem> problems = new ArrayList<>();
    List<Problem> older = new ArrayList<>();
    for (Problem problem : found.problems()) {
      (baseAnalysis.stream().anyMatch(then -> then.had(problem)) ? older : problems).add(problem);
    }
    return new NewFindings(
        reportedFindings,
        problems,
        older,
        new BaselineComparison(
            reportedFindings, baselineComparison.mended(), baselineComparison.kept()));
  }

  /** The same without a word of what is gone. */
  NewFindings withoutMended() {
    return baselineComparison == null
        ? this
        : new NewFindings(
            reportedFindings,
            problems,
            older,
            new BaselineComparison(reportedFindings, List.of(), baselineComparison.kept()));
  }
}

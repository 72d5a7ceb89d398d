package dev.iacguard.cli.run;

import dev.iacguard.cli.git.Difference;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.baseline.BaselineComparison;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.engine.baseline.ProblemBaseline;
import dev.iacguard.core.engine.suppression.SuppressionResult;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
      problems.removeAll(suppressionResult.accepted());
      problems.addAll(suppressionResult.problems());
      return problems;
    }

    private boolean exists(String path) {
      return tree.isFile(path) || tree.isFolder(path);
    }

    private BaselineComparison beside(List<BaselineFinding> before) {
      return BaselineComparison.of(
          suppressionResult.reportedFindings(),
          result,
          before,
          analysisContext.resolvedInput()::inTree,
          this::exists);
    }
  }

  /** Everything is. */
  static NewFindings all(Found found) {
    return new NewFindings(
        found.suppressionResult.reportedFindings(), found.problems(), List.of(), null);
  }

  /** What is new or worse than in a list. */
  static NewFindings beside(List<BaselineFinding> before, Found found) {
    BaselineComparison comparison =
        found.beside(
            before.stream().filter(entry -> !ProblemBaseline.records(entry.rule())).toList());
    ProblemBaseline problems =
        ProblemBaseline.compare(
            before,
            found.problems(),
            found.analysisContext.resolvedInput()::inTree,
            path -> found.result.analysisScope().whole() || !found.exists(path));
    return new NewFindings(
        comparison.reportedFindings(),
        problems.fresh(),
        problems.known(),
        new BaselineComparison(
            comparison.reportedFindings(),
            joined(comparison.fixed(), problems.fixed()),
            joined(comparison.kept(), problems.kept())));
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
            reportedFindings, baselineComparison.fixed(), baselineComparison.kept()));
  }

  private static List<BaselineFinding> joined(
      List<BaselineFinding> one, List<BaselineFinding> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** The same without a word of what is gone. */
  NewFindings withoutFixed() {
    return baselineComparison == null
        ? this
        : new NewFindings(
            reportedFindings,
            problems,
            older,
            new BaselineComparison(reportedFindings, List.of(), baselineComparison.kept()));
  }
}

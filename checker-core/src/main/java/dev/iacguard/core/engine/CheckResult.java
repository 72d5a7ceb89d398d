package dev.iacguard.core.engine;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.report.PortfolioStatistics;
import dev.iacguard.core.rule.report.StackReport;
import java.util.List;

/**
 * Everything that a run found.
 *
 * @param reports one a stack, in the order the stacks were found
 * @param problems those of the stacks and those of no stack, each once
 * @param unclaimed files that were named and that no loader reads
 * @param notes what was left out on purpose, and why; one sentence each
 * @param files how many files the loaders took for theirs
 * @param analysisScope how much of the tree was seen
 * @param apart the reports before the stacks were looked at together
 */
public record CheckResult(
    List<StackReport> reports,
    List<Problem> problems,
    List<String> unclaimed,
    List<String> notes,
    int files,
    AnalysisScope analysisScope,
    PortfolioStatistics figures,
    List<StackReport> apart) {

  /** What a run over a part came to, without exceptions in its files and without figures. */
  public CheckResult(
      List<StackReport> reports,
      List<Problem> problems,
      List<String> unclaimed,
      List<String> notes,
      int files) {
    this(
        reports,
        problems,
        unclaimed,
        notes,
        files,
        AnalysisScope.PART,
        PortfolioStatistics.NONE,
        List.of());
  }
}

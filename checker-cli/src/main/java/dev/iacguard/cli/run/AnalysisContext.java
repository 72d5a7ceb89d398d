package dev.iacguard.cli.run;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.suppression.SuppressionFilter;
import dev.iacguard.core.engine.suppression.SuppressionResult;
import dev.iacguard.core.rule.pack.RulePack;
import java.util.List;

/**
 * The tree, policy and settings of an analysis.
 *
 * @param terms what exceptions are held against
 */
record AnalysisContext(
    ResolvedInput resolvedInput, RulePack rules, SuppressionResult.Terms terms, Progress progress) {

  SuppressionResult screen(List<ReportedFinding> reportedFindings, CheckResult result) {
    return SuppressionFilter.apply(reportedFindings, result, terms, resolvedInput::inTree);
  }
}

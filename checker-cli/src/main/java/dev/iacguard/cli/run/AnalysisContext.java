package dev.iacguard.cli.run;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.suppression.SuppressionFilter;
import dev.iacguard.core.engine.suppression.SuppressionResult;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.RulePack;
import java.time.LocalDate;
import java.util.List;

/**
 * The tree, policy and settings of an analysis.
 *
 * @param terms what exceptions are held against
 */
record AnalysisContext(
    ResolvedInput resolvedInput, RulePack rules, SuppressionResult.Terms terms, Progress progress) {

  /**
   * Under the policy that a run trusts.
   *
   * @param today decides which exceptions have expired
   */
  static AnalysisContext of(
      ResolvedInput resolvedInput, Trust trust, LocalDate today, Progress progress) {
    PolicyResult.Ready policy = trust.policy();
    RulePack rules = policy.pack();
    SuppressionResult.Terms terms =
        new SuppressionResult.Terms(
            rules.rules(), policy.waivers(), policy.needExpiry(), today, trust.inline());
    return new AnalysisContext(resolvedInput, rules, terms, progress);
  }

  /** The same with other files to read. */
  AnalysisContext reading(ResolvedInput input, Progress watching) {
    return new AnalysisContext(input, rules, terms, watching);
  }

  SuppressionResult screen(List<ReportedFinding> reportedFindings, CheckResult result) {
    return SuppressionFilter.apply(reportedFindings, result, terms, resolvedInput::inTree);
  }
}

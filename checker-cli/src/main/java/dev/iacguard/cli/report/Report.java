package dev.iacguard.cli.report;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Everything that a report shows of a run.
 *
 * @param reportedFindings every finding, those that do not count among them
 * @param problems of all stacks and of none, those of files that nobody reads among them; without
 *     those that were there before
 * @param named the paths that were named, as shown
 * @param version of this program
 * @param review what exceptions and the past say
 * @param paths turns a shown path into the one from the root of the repository
 * @param rules those it was checked with
 * @param edits all that fix a finding, by its fingerprint; none where nobody asked for them
 */
public record Report(
    CheckResult result,
    List<ReportedFinding> reportedFindings,
    List<Problem> problems,
    List<String> named,
    String version,
    Duration elapsed,
    Review review,
    UnaryOperator<String> paths,
    RulePack rules,
    Map<String, List<Edit>> edits) {

  /** Problems of a rule that is off are left out. */
  public Report {
    problems =
        problems.stream().filter(problem -> severity(problem, rules) != Severity.OFF).toList();
  }

  /** The findings that count, stack by stack. */
  public List<ReportedFinding> findings() {
    return reportedFindings.stream().filter(ReportedFinding::counts).toList();
  }

  /** Whether there is an earlier state to compare with. */
  boolean isCompared() {
    return review.baselineComparison() != null;
  }

  /** Every stage, stack by stack. */
  public List<StageFacts> stages() {
    List<StageFacts> stages = new ArrayList<>();
    for (StackReport stack : result.reports()) {
      stages.addAll(stack.stages());
    }
    return stages;
  }

  /** Those that count, and then those that do not. */
  public List<Problem> allProblems() {
    List<Problem> all = new ArrayList<>(problems);
    review.older().stream().filter(problem -> severity(problem) != Severity.OFF).forEach(all::add);
    return all;
  }

  /** True when some input could not be analysed. */
  public boolean leavesInputUnread() {
    return problems.stream().anyMatch(Problem::leavesInputUnread);
  }

  /** How much a problem weighs. */
  public Severity severity(Problem problem) {
    return severity(problem, rules);
  }

  /** A rule by its id; one without title where nothing is known of it. */
  public RuleInfo rule(String id) {
    return rule(id, rules);
  }

  private static Severity severity(Problem problem, RulePack rules) {
    return rule(problem.rule(), rules).severity();
  }

  private static RuleInfo rule(String id, RulePack rules) {
    for (RuleInfo rule : rules.rules()) {
      if (rule.id().equals(id)) {
        return rule;
      }
    }
    return new RuleInfo(id, "", "", Severity.ERROR);
  }
}

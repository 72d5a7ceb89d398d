package dev.iacguard.cli.report;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.StackReport;
import dev.iacguard.core.rule.StageFacts;
import dev.iacguard.core.rule.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a run has to say.
 *
 * @param problems of all stacks and of none, those of files that nobody reads among them
 * @param named the paths that were named, as shown
 * @param version of this program
 * @param inTree turns a shown path into one that is the same from every current folder
 */
public record Report(
    CheckResult result,
    List<Problem> problems,
    List<String> named,
    String version,
    Duration elapsed,
    UnaryOperator<String> inTree) {

  /** Every verdict that is more than a pass, stack by stack. */
  public List<Verdict> findings() {
    List<Verdict> findings = new ArrayList<>();
    for (StackReport stack : result.reports()) {
      for (Verdict verdict : stack.verdicts()) {
        if (verdict.isReported() && verdict.rule().severity() != Severity.OFF) {
          findings.add(verdict);
        }
      }
    }
    return findings;
  }

  /** Every stage, stack by stack. */
  List<StageFacts> stages() {
    List<StageFacts> stages = new ArrayList<>();
    for (StackReport stack : result.reports()) {
      stages.addAll(stack.stages());
    }
    return stages;
  }

  /** True when some input could not be analysed. */
  public boolean leavesInputUnread() {
    return problems.stream().anyMatch(Problem::leavesInputUnread);
  }

  /** How much a problem weighs. */
  public static Severity severity(Problem problem) {
    return problem.leavesInputUnread() ? Severity.ERROR : Severity.WARNING;
  }
}

package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.report.Report;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;

/**
 * Decides the exit code from the results.
 *
 * @param threshold the lightest severity that counts; {@link Severity#OFF}: none does
 * @param unknownCounts whether what cannot be determined counts like a finding
 */
public record ExitPolicy(Severity threshold, boolean unknownCounts) {

  public int exitCode(Report report) {
    if (report.leavesInputUnread()) {
      return ExitCode.UNREAD_INPUT;
    }
    for (Problem problem : report.problems()) {
      if (counts(report.severity(problem))) {
        return ExitCode.FINDINGS;
      }
    }
    for (ReportedFinding reportedFinding : report.findings()) {
      if (counts(reportedFinding)) {
        return ExitCode.FINDINGS;
      }
    }
    return ExitCode.CLEAN;
  }

  /** Whether a finding that no exception covers makes the run fail. */
  public boolean counts(ReportedFinding reportedFinding) {
    boolean known = reportedFinding.verdict().kind() != Verdict.Kind.UNKNOWN;
    return (known || unknownCounts) && counts(reportedFinding.severity());
  }

  private boolean counts(Severity severity) {
    return threshold != Severity.OFF && severity.compareTo(threshold) >= 0;
  }
}

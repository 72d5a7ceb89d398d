package dev.iacguard.cli;

import dev.iacguard.cli.report.Report;
import dev.iacguard.core.engine.Alert;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;

/**
 * Turns what was found into an exit code.
 *
 * @param threshold the lightest severity that counts; {@link Severity#OFF}: none does
 * @param unknownCounts whether what cannot be told counts like a finding
 */
record Gate(Severity threshold, boolean unknownCounts) {

  int exitCode(Report report) {
    if (report.leavesInputUnread()) {
      return ExitCode.UNREAD_INPUT;
    }
    for (Problem problem : report.problems()) {
      if (counts(report.severity(problem))) {
        return ExitCode.FINDINGS;
      }
    }
    for (Alert alert : report.findings()) {
      if (counts(alert)) {
        return ExitCode.FINDINGS;
      }
    }
    return ExitCode.CLEAN;
  }

  /** Whether a finding that no exception covers makes the run fail. */
  boolean counts(Alert alert) {
    boolean known = alert.verdict().kind() != Verdict.Kind.UNKNOWN;
    return (known || unknownCounts) && counts(alert.severity());
  }

  private boolean counts(Severity severity) {
    return threshold != Severity.OFF && severity.compareTo(threshold) >= 0;
  }
}

package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.report.Report;
import dev.iacguard.core.engine.BaselineState;
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

  /** What a run ends with, and why. */
  public String inWords(Report report) {
    int code = exitCode(report);
    String least = threshold.label();
    return "exit code "
        + code
        + switch (code) {
          case ExitCode.UNREAD_INPUT -> ": some input could not be analysed";
          case ExitCode.FINDINGS ->
              ": there are findings of severity "
                  + (threshold == Severity.ERROR ? least : least + " or above")
                  + (unknownCounts ? ", or unknown ones" : "");
          default -> clean(report);
        };
  }

  private String clean(Report report) {
    if (report.findings().isEmpty()) {
      boolean existing =
          report.reportedFindings().stream()
              .anyMatch(finding -> finding.baselineState() == BaselineState.KNOWN);
      return existing ? ": no new findings" : ": no findings";
    }
    return threshold == Severity.OFF
        ? ": findings do not fail the run (--fail-on never)"
        : ": no finding is "
            + (threshold == Severity.ERROR
                ? "an error"
                : "of severity " + threshold.label() + " or above")
            + " (--fail-on "
            + threshold.label()
            + ")";
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

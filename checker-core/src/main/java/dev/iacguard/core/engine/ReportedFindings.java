package dev.iacguard.core.engine;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects the findings to be reported. */
public final class ReportedFindings {
  private ReportedFindings() {}

  /**
   * Every verdict that is more than a pass and whose severity is not off, stack by stack.
   *
   * @param inTree turns a shown path into one that is the same from every current folder
   */
  public static List<ReportedFinding> of(CheckResult result, UnaryOperator<String> inTree) {
    return of(result, new Fingerprint(inTree, null));
  }

  /** The same for a tree that is judged again and again. */
  public static List<ReportedFinding> of(
      CheckResult result, UnaryOperator<String> inTree, KnownFingerprints known) {
    known.start();
    return of(result, new Fingerprint(inTree, known));
  }

  private static List<ReportedFinding> of(CheckResult result, Fingerprint fingerprint) {
    List<ReportedFinding> reportedFindings = new ArrayList<>();
    for (StackReport stack : result.reports()) {
      for (Verdict verdict : stack.verdicts()) {
        Finding finding = verdict.finding();
        if (finding != null && verdict.severity() != Severity.OFF) {
          reportedFindings.add(
              new ReportedFinding(verdict, finding, fingerprint.of(verdict), null, null, false));
        }
      }
    }
    return List.copyOf(reportedFindings);
  }
}

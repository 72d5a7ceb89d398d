package dev.iacguard.core.engine.fix;

import dev.iacguard.core.engine.ReportedFinding;

/**
 * A finding that is not fixed.
 *
 * @param reason completes "not fixed: …"
 */
public record Withheld(ReportedFinding finding, String reason) {
  private static final String UNTRIED = "not tried, since this run has reached its limit";

  static Withheld untried(ReportedFinding finding) {
    return new Withheld(finding, UNTRIED);
  }

  VerdictKey key() {
    return VerdictKey.of(finding.verdict());
  }

  /** The same for the finding as it was reported first. */
  Withheld of(ReportedFinding original) {
    return new Withheld(original, reason);
  }

  /** Whether another run may fix it. */
  public boolean isUntried() {
    return reason.equals(UNTRIED);
  }
}

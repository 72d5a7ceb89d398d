package dev.iacguard.core.engine;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A verdict other than a pass, with the suppression and the baseline state it has.
 *
 * @param finding the verdict's
 * @param fingerprint names it across runs; see {@link Fingerprint}
 * @param suppression null when no exception covers it
 * @param baselineState null when it was compared with nothing
 * @param onChange whether it points to a line that the change under review touches
 */
public record ReportedFinding(
    Verdict verdict,
    Finding finding,
    String fingerprint,
    @Nullable Suppression suppression,
    @Nullable BaselineState baselineState,
    boolean onChange) {

  public Severity severity() {
    return verdict.severity();
  }

  /** False for what an exception covers and for what was there before. */
  public boolean counts() {
    return suppression == null && baselineState != BaselineState.KNOWN;
  }

  public ReportedFinding suppressedBy(Suppression exception) {
    return new ReportedFinding(verdict, finding, fingerprint, exception, baselineState, onChange);
  }

  public ReportedFinding standing(BaselineState now) {
    return new ReportedFinding(verdict, finding, fingerprint, suppression, now, onChange);
  }

  /** The same with more places to look at. */
  public ReportedFinding with(Finding more) {
    return new ReportedFinding(verdict, more, fingerprint, suppression, baselineState, onChange);
  }

  public ReportedFinding markedAsChange() {
    return new ReportedFinding(verdict, finding, fingerprint, suppression, baselineState, true);
  }
}

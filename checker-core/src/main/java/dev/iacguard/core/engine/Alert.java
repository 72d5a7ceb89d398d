package dev.iacguard.core.engine;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that is more than a pass, with what exceptions and the past say of it.
 *
 * @param finding the verdict's
 * @param fingerprint names it across runs; see {@link Fingerprint}
 * @param suppression null when no exception covers it
 * @param standing null when it was compared with nothing
 * @param onChange whether it points to a line that the change under review touches
 */
public record Alert(
    Verdict verdict,
    Finding finding,
    String fingerprint,
    @Nullable Suppression suppression,
    @Nullable Standing standing,
    boolean onChange) {

  public Severity severity() {
    return verdict.severity();
  }

  /** False for what an exception covers and for what was there before. */
  public boolean counts() {
    return suppression == null && standing != Standing.KNOWN;
  }

  public Alert suppressedBy(Suppression exception) {
    return new Alert(verdict, finding, fingerprint, exception, standing, onChange);
  }

  public Alert standing(Standing now) {
    return new Alert(verdict, finding, fingerprint, suppression, now, onChange);
  }

  /** The same with more places to look at. */
  public Alert with(Finding more) {
    return new Alert(verdict, more, fingerprint, suppression, standing, onChange);
  }

  public Alert markedAsChange() {
    return new Alert(verdict, finding, fingerprint, suppression, standing, true);
  }
}

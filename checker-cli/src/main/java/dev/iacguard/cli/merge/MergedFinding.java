package dev.iacguard.cli.merge;

/**
 * A finding of a report of {@code check}.
 *
 * @param severity {@code error}, {@code warning} or {@code note}
 * @param verdict {@code fail}, {@code conditional} or {@code unknown}
 * @param suppressed whether a suppression covers it; it is not open then
 */
public record MergedFinding(
    String rule, String severity, String verdict, boolean suppressed, String fingerprint) {

  /** What {@link RuleFigures} counts it under. */
  boolean isOpen() {
    return !suppressed;
  }
}

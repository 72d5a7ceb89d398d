package dev.iacguard.cli.merge;

import dev.iacguard.core.rule.Verdict;

/**
 * How often a rule gave each verdict for a stage, and its findings.
 *
 * @param open findings of reports of {@code check} that no suppression covers
 * @param suppressed the others
 */
public record RuleFigures(
    int pass, int fail, int conditional, int unknown, int notApplicable, int open, int suppressed) {
  static final RuleFigures NONE = new RuleFigures(0, 0, 0, 0, 0, 0, 0);

  RuleFigures plus(RuleFigures other) {
    return new RuleFigures(
        pass + other.pass,
        fail + other.fail,
        conditional + other.conditional,
        unknown + other.unknown,
        notApplicable + other.notApplicable,
        open + other.open,
        suppressed + other.suppressed);
  }

  static RuleFigures of(Verdict.Kind verdict) {
    return switch (verdict) {
      case PASS -> new RuleFigures(1, 0, 0, 0, 0, 0, 0);
      case FAIL -> new RuleFigures(0, 1, 0, 0, 0, 0, 0);
      case CONDITIONAL -> new RuleFigures(0, 0, 1, 0, 0, 0, 0);
      case UNKNOWN -> new RuleFigures(0, 0, 0, 1, 0, 0, 0);
      case NOT_APPLICABLE -> new RuleFigures(0, 0, 0, 0, 1, 0, 0);
    };
  }

  static RuleFigures of(MergedFinding finding) {
    return finding.suppressed()
        ? new RuleFigures(0, 0, 0, 0, 0, 0, 1)
        : new RuleFigures(0, 0, 0, 0, 0, 1, 0);
  }

  /** The stages that do not pass. */
  public int against() {
    return fail + conditional;
  }
}

package dev.iacguard.core.rule;

import dev.iacguard.core.source.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of a rule for a subject over all scenarios.
 *
 * @param declared where the subject is declared
 * @param when for {@link Kind#CONDITIONAL}, and for {@link Kind#UNKNOWN} where inputs decide:
 *     completes "fails when …"; otherwise empty
 * @param finding null for pass and not-applicable
 */
public record Verdict(
    RuleInfo rule,
    Subject subject,
    Span declared,
    Kind kind,
    String when,
    @Nullable Finding finding) {

  /** The five answers. */
  public enum Kind {
    PASS,
    FAIL,
    /** Fails for some value that the code allows. */
    CONDITIONAL,
    /** Cannot be determined. */
    UNKNOWN,
    NOT_APPLICABLE;

    /** As written in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when it says more against the subject. */
    public boolean isHeavierThan(Kind other) {
      return weight() > other.weight();
    }

    private int weight() {
      return switch (this) {
        case NOT_APPLICABLE -> 0;
        case PASS -> 1;
        case UNKNOWN -> 2;
        case CONDITIONAL -> 3;
        case FAIL -> 4;
      };
    }
  }

  /** The rule's severity, or the finding's own where that is less. */
  public Severity severity() {
    Severity own = finding == null ? null : finding.severity();
    return own == null || own.compareTo(rule.severity()) > 0 ? rule.severity() : own;
  }

  /** The same verdict with another finding. */
  public Verdict with(Finding other) {
    return new Verdict(rule, subject, declared, kind, when, other);
  }

  /** Pass and not-applicable are silent; everything else is reported. */
  public boolean isReported() {
    return finding != null;
  }
}

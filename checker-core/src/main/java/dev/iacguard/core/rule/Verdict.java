package dev.iacguard.core.rule;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a subject, all worlds taken together.
 *
 * @param when for {@link Kind#CONDITIONAL}, and for {@link Kind#UNKNOWN} where inputs decide:
 *     completes "fails when …"; otherwise empty
 * @param finding null for pass and not-applicable
 */
public record Verdict(
    RuleInfo rule, Subject subject, Kind kind, String when, @Nullable Finding finding) {

  /** The five answers. */
  public enum Kind {
    PASS,
    FAIL,
    /** Fails for some value that the code allows. */
    CONDITIONAL,
    /** Cannot be told. */
    UNKNOWN,
    NOT_APPLICABLE;

    /** As written in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Pass and not-applicable are silent; everything else is reported. */
  public boolean isReported() {
    return finding != null;
  }
}

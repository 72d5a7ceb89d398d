package dev.iacguard.core.engine;

import dev.iacguard.core.source.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A suppression that covers a finding: the finding is reported as suppressed and does not count.
 *
 * @param reason why, as its author wrote it
 * @param since the day it was decided on, or null when that is not said
 * @param until the last day it covers, or null for no end
 * @param at where the exception is written
 */
public record Suppression(
    Kind kind, String reason, @Nullable LocalDate since, @Nullable LocalDate until, Span at) {

  /** Where exceptions are written. */
  public enum Kind {
    /** A comment or metadata beside the code. */
    IN_SOURCE,
    /** A waiver in the policy. */
    POLICY;

    /** As written in reports. */
    public String label() {
      return this == IN_SOURCE ? "in-source" : "policy";
    }
  }
}

package dev.iacguard.cli.change;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Span;

/**
 * An edit of the policy, of a suppression or of the baseline by which the check finds less.
 *
 * @param key what is edited; the same whichever earlier state it is compared with
 * @param at where it is written now; the start of an empty file for what is gone
 * @param message one sentence without a full stop
 */
public record Weakening(String key, Span at, String message) {

  public Problem problem() {
    return Problem.policyChanged(at, message);
  }
}

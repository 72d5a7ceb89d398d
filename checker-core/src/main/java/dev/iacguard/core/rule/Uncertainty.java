package dev.iacguard.core.rule;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;

/**
 * Why a verdict is unknown, and what would decide it.
 *
 * @param reason a sentence without a full stop
 * @param remedy what would decide it; may be empty
 * @param origin where the uncertainty comes in
 * @param shared whether the same reason means the same thing in the whole module or template
 */
public record Uncertainty(String reason, String remedy, Origin origin, boolean shared) {

  /** Of one place. */
  public Uncertainty(String reason, String remedy, Origin origin) {
    this(reason, remedy, origin, false);
  }

  public static Uncertainty about(Value.Unknown unknown) {
    return new Uncertainty(
        unknown.reason(), unknown.cause().remedy(unknown.origin().at()), unknown.origin(), true);
  }

  /** What is written is not evaluated as far as it would have to be. */
  public static Uncertainty partly(String reason, Origin origin) {
    return new Uncertainty(reason, Cause.NOT_EVALUATED.remedy(origin.at()), origin);
  }

  /** What all questions share that it keeps open. */
  public RootCause rootCause() {
    return shared ? RootCause.named(reason, origin) : RootCause.at(reason, reason, origin.at());
  }
}

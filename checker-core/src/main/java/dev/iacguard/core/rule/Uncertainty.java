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
 */
public record Uncertainty(String reason, String remedy, Origin origin) {

  public static Uncertainty about(Value.Unknown unknown) {
    return new Uncertainty(
        unknown.reason(), unknown.cause().remedy(unknown.origin().at()), unknown.origin());
  }

  /** What is written is not evaluated as far as it would have to be. */
  public static Uncertainty partly(String reason, Origin origin) {
    return new Uncertainty(reason, Cause.NOT_EVALUATED.remedy(origin.at()), origin);
  }
}

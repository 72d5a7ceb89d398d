package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Step;
import org.jspecify.annotations.Nullable;

/** Prepends the trail of a whole value to the trail of a piece of it. */
public final class OriginTrails {
  private OriginTrails() {}

  /**
   * What the piece came through: first what the whole came through, then the piece's own way. The
   * last leg points at the piece itself rather than at the whole.
   */
  public static @Nullable Step append(Origin whole, Origin piece) {
    Step trail = whole.trail();
    return trail == null ? piece.trail() : append(trail, piece);
  }

  private static Step append(Step step, Origin piece) {
    Step next = step.next();
    return next == null
        ? new Step(step.label(), piece.at(), piece.trail())
        : new Step(step.label(), step.at(), append(next, piece));
  }
}

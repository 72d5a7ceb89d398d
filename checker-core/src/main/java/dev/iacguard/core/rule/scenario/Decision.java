package dev.iacguard.core.rule.scenario;

import dev.iacguard.core.model.Condition;
import java.util.Optional;

/** An undecided condition and an answer to it. */
public record Decision(Condition condition, boolean holds) {

  Decision opposite() {
    return new Decision(condition, !holds);
  }

  /** True when the defaults of the inputs give this answer. */
  public boolean isByDefault() {
    return condition.byDefault().equals(Optional.of(holds));
  }

  /** Completes "when …". */
  public String inWords() {
    return condition.inWords(holds);
  }
}

package dev.iacguard.core.rule;

import dev.iacguard.core.model.Condition;

/** One open question and an answer to it. */
public record Decision(Condition condition, boolean holds) {

  Decision opposite() {
    return new Decision(condition, !holds);
  }

  /** Completes "when …". */
  public String inWords() {
    return condition.inWords(holds);
  }
}

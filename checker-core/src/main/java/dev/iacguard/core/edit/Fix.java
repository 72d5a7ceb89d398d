package dev.iacguard.core.edit;

import java.util.List;

/** Whether and how a finding can be fixed by a change of the code. */
public sealed interface Fix {

  /**
   * @param intentions all of them are needed
   */
  record Change(List<Intention> intentions) implements Fix {}

  /**
   * @param reason completes "not fixed: …"
   */
  record Withheld(String reason) implements Fix {}

  static Fix change(Intention... intentions) {
    return new Change(List.of(intentions));
  }
}

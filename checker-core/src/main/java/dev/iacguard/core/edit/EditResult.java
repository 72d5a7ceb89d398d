package dev.iacguard.core.edit;

import java.util.ArrayList;
import java.util.List;

/** The edits that carry out an intention, or why there are none. */
public sealed interface EditResult {

  record Edits(List<Edit> edits) implements EditResult {}

  /**
   * @param reason completes "not fixed: …"
   */
  record Impossible(String reason) implements EditResult {}

  static EditResult of(Edit... edits) {
    return new Edits(List.of(edits));
  }

  /** The edits of all results, or the first reason why there are none. */
  static EditResult all(List<EditResult> results) {
    List<Edit> edits = new ArrayList<>();
    for (EditResult result : results) {
      switch (result) {
        case Impossible it -> {
          return it;
        }
        case Edits it -> edits.addAll(it.edits());
      }
    }
    return new Edits(List.copyOf(edits));
  }

  static EditResult impossible(String reason) {
    return new Impossible(reason);
  }
}

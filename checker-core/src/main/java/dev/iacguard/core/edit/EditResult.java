package dev.iacguard.core.edit;

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

  static EditResult impossible(String reason) {
    return new Impossible(reason);
  }
}

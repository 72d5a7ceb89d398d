package dev.iacguard.core.engine.fix;

import dev.iacguard.core.engine.ReportedFinding;
import java.util.List;
import java.util.Map;

/**
 * What was changed and what was not.
 *
 * @param before the tree as it was
 * @param after the tree with all edits
 * @param texts of the files with edits, by path as shown
 * @param edits how many there are
 */
public record FixResult(
    Judged before,
    Judged after,
    Map<String, EditedText> texts,
    int edits,
    List<ReportedFinding> fixed,
    List<Withheld> withheld) {

  /** What is found now and was not before. */
  public List<ReportedFinding> revealed() {
    return after.findings().stream().filter(finding -> !before.has(finding)).toList();
  }
}

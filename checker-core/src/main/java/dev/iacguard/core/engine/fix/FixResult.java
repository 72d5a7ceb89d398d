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
 * @param judged how many stacks were judged to find them, each as often as it was
 */
public record FixResult(
    Judged before,
    Judged after,
    Map<String, EditedText> texts,
    int edits,
    List<ReportedFinding> fixed,
    List<Withheld> withheld,
    int judged) {

  /** What is found now and was not before. */
  public List<ReportedFinding> revealed() {
    return after.findings().stream().filter(finding -> !before.has(finding)).toList();
  }

  /** How many findings another run may fix: this one has reached its limit. */
  public long untried() {
    return withheld.stream().filter(Withheld::isUntried).count();
  }
}

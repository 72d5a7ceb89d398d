package dev.iacguard.core.engine.fix;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.rule.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares results by what is found only because of the edits. */
final class NewFindings {
  private NewFindings() {}

  /** Whether stacks that were judged together have one that they do not have by themselves. */
  static boolean haveTreeFinding(FixResult result) {
    List<ReportedFinding> revealed = result.revealed();
    if (revealed.isEmpty()) {
      return false;
    }
    Set<VerdictKey> apart =
        result.after().result().apart().stream()
            .flatMap(report -> report.verdicts().stream())
            .map(VerdictKey::of)
            .collect(Collectors.toSet());
    return revealed.stream().anyMatch(each -> !apart.contains(VerdictKey.of(each.verdict())));
  }

  /** Whether one has fewer than another: errors count first, then warnings, then notes. */
  static boolean areFewer(FixResult one, FixResult other) {
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long difference = count(one, severity) - count(other, severity);
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }

  private static long count(FixResult result, Severity severity) {
    return result.revealed().stream().filter(each -> each.verdict().severity() == severity).count();
  }
}

package dev.iacguard.cli.report;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding that people need to read only once: one piece of code can be wrong in the same way for
 * many subjects (instances, callers, stacks).
 *
 * @param reportedFinding the first of those that say the same
 * @param subjects all that it is said of, at least one
 */
public record GroupedFinding(ReportedFinding reportedFinding, List<Subject> subjects)
    implements Comparable<GroupedFinding> {

  private record Key(
      String rule,
      Verdict.Kind kind,
      String when,
      String path,
      int start,
      int end,
      String message) {}

  /** Sorted by file and place. */
  public static List<GroupedFinding> of(List<ReportedFinding> reportedFindings) {
    Map<Key, GroupedFinding> byKey = new LinkedHashMap<>();
    for (ReportedFinding reportedFinding : reportedFindings) {
      byKey
          .computeIfAbsent(
              key(reportedFinding), key -> new GroupedFinding(reportedFinding, new ArrayList<>()))
          .subjects
          .add(reportedFinding.verdict().subject());
    }
    List<GroupedFinding> sorted = new ArrayList<>(byKey.values());
    sorted.sort(null);
    return sorted;
  }

  private static Key key(ReportedFinding reportedFinding) {
    Verdict verdict = reportedFinding.verdict();
    Finding finding = reportedFinding.finding();
    RuleInfo rule = verdict.rule();
    Span at = finding.at();
    return new Key(
        rule.id(),
        verdict.kind(),
        verdict.when(),
        at.path(),
        at.start(),
        at.end(),
        finding.message());
  }

  /** By file, place, rule and message. Written out: a chain of comparators is slow to start. */
  @Override
  public int compareTo(GroupedFinding other) {
    Finding mine = reportedFinding.finding();
    Finding its = other.reportedFinding.finding();
    int order = mine.at().path().compareTo(its.at().path());
    order = order != 0 ? order : Integer.compare(mine.at().start(), its.at().start());
    order = order != 0 ? order : rule().compareTo(other.rule());
    return order != 0 ? order : mine.message().compareTo(its.message());
  }

  private String rule() {
    return reportedFinding.verdict().rule().id();
  }
}

package dev.iacguard.cli.report;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Verdict;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups findings by their cause, once for all reports. Verdicts stay what they are. */
public final class FindingGroups {
  private FindingGroups() {}

  /** Findings of one cause that hold in the same cases. */
  private record CauseKey(String cause, String when) {}

  /** The same words of one rule about one piece of code. */
  private record PlaceKey(
      String rule, Verdict.Kind kind, String when, String path, int start, int end, String words) {}

  /** Sorted. */
  public static List<GroupedFinding> of(List<ReportedFinding> findings) {
    Map<Object, List<ReportedFinding>> byKey = new LinkedHashMap<>();
    for (ReportedFinding finding : findings) {
      byKey.computeIfAbsent(key(finding), key -> new ArrayList<>(1)).add(finding);
    }
    List<GroupedFinding> groups = new ArrayList<>(byKey.size());
    byKey.values().forEach(members -> groups.add(GroupedFinding.of(members)));
    groups.sort(null);
    return groups;
  }

  /** What names the group of each finding: the fingerprint of the one that leads it. */
  static IdentityHashMap<ReportedFinding, String> ids(List<ReportedFinding> findings) {
    IdentityHashMap<ReportedFinding, String> ids = new IdentityHashMap<>();
    for (GroupedFinding group : of(findings)) {
      group.members().forEach(member -> ids.put(member, group.lead().fingerprint()));
    }
    return ids;
  }

  private static Object key(ReportedFinding reportedFinding) {
    Verdict verdict = reportedFinding.verdict();
    Finding finding = reportedFinding.finding();
    RootCause cause = finding.rootCause();
    return cause == null
        ? new PlaceKey(
            verdict.rule().id(),
            verdict.kind(),
            verdict.when(),
            finding.at().path(),
            finding.at().start(),
            finding.at().end(),
            finding.message())
        : new CauseKey(cause.key(), verdict.when());
  }
}

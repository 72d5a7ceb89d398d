package dev.iacguard.cli.report;

import dev.iacguard.core.model.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The items that reports for people list.
 *
 * @param found the most urgent first
 * @param notAnalysed what could not be read or followed, the most urgent first
 */
public record ReportItems(List<ReportItem> found, List<GroupedProblem> notAnalysed) {

  public static ReportItems of(Report report) {
    List<ReportItem> found = new ArrayList<>(FindingGroups.of(report.findings()));
    List<Problem> notAnalysed = new ArrayList<>();
    List<Problem> others = new ArrayList<>();
    for (Problem problem : report.problems()) {
      (leavesOut(problem) ? notAnalysed : others).add(problem);
    }
    if (!others.isEmpty()) {
      found.addAll(GroupedProblem.of(others, report));
      found.sort(null);
    }
    return new ReportItems(found, GroupedProblem.of(notAnalysed, report));
  }

  static boolean leavesOut(Problem problem) {
    return problem.leavesInputUnread() || problem.rule().equals(Problem.NOT_AVAILABLE);
  }

  /** {@code 2 errors, 1 note, 3 unknown}; empty when nothing was found. */
  public String totals() {
    return totals(found);
  }

  /** The same for some items. */
  public static String totals(List<? extends ReportItem> items) {
    Map<Rank, Integer> counts = new EnumMap<>(Rank.class);
    items.forEach(item -> counts.merge(item.rank(), 1, Integer::sum));
    List<String> words = new ArrayList<>();
    counts.forEach((rank, number) -> words.add(rank.count(number)));
    return String.join(", ", words);
  }

  /** How many places were not analysed. */
  long places() {
    return notAnalysed.stream().mapToLong(problem -> problem.places().size()).sum();
  }
}

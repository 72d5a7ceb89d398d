package dev.iacguard.cli.report;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The findings and problems of one file.
 *
 * @param path as shown
 * @param problems by place
 * @param findings by place
 */
record FileFindings(String path, List<Problem> problems, List<GroupedFinding> findings) {

  /** Sorted by path; those with problems come first, since they hide what else may be wrong. */
  static List<FileFindings> of(Report report) {
    Map<String, FileFindings> byPath = new TreeMap<>();
    List<Problem> sorted = new ArrayList<>(report.problems());
    sorted.sort(FileFindings::byPlace);
    for (Problem problem : sorted) {
      at(problem.at().path(), byPath).problems.add(problem);
    }
    for (GroupedFinding groupedFinding : GroupedFinding.of(report.findings())) {
      at(groupedFinding.reportedFinding().finding().at().path(), byPath)
          .findings
          .add(groupedFinding);
    }
    List<FileFindings> files = new ArrayList<>();
    byPath.values().stream().filter(file -> !file.problems.isEmpty()).forEach(files::add);
    byPath.values().stream().filter(file -> file.problems.isEmpty()).forEach(files::add);
    return files;
  }

  private static FileFindings at(String path, Map<String, FileFindings> byPath) {
    return byPath.computeIfAbsent(
        path, any -> new FileFindings(path, new ArrayList<>(), new ArrayList<>()));
  }

  private static int byPlace(Problem one, Problem other) {
    int order = Integer.compare(one.at().start(), other.at().start());
    return order != 0 ? order : one.rule().compareTo(other.rule());
  }

  /** How many there are of each kind: {@code 2 errors, 1 note, 1 unknown}. */
  String count(Report report) {
    Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    problems.forEach(problem -> bySeverity.merge(report.severity(problem), 1, Integer::sum));
    int unknown = 0;
    for (GroupedFinding groupedFinding : findings) {
      if (groupedFinding.reportedFinding().verdict().kind() == Verdict.Kind.UNKNOWN) {
        unknown++;
      } else {
        bySeverity.merge(groupedFinding.reportedFinding().severity(), 1, Integer::sum);
      }
    }
    List<String> counts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      int number = bySeverity.getOrDefault(severity, 0);
      if (number > 0) {
        counts.add(Summary.count(number, severity.label()));
      }
    }
    if (unknown > 0) {
      counts.add(unknown + " unknown");
    }
    return String.join(", ", counts);
  }
}

package dev.iacguard.cli.report;

import dev.iacguard.core.engine.BaselineState;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The report of {@code check} for spreadsheets: a line for each finding below a head, and then for
 * each problem with the input. The columns are named as in the JSON report.
 */
public final class FindingsCsv implements ReportWriter<Report> {
  private static final List<String> HEAD =
      List.of(
          "rule",
          "name",
          "severity",
          "verdict",
          "path",
          "line",
          "column",
          "resource",
          "stack",
          "message",
          "when",
          "help",
          "standing",
          "suppressed",
          "reason",
          "group",
          "fingerprint");

  @Override
  public void write(Report report, Writer out) throws IOException {
    Csv.line(HEAD, out);
    IdentityHashMap<ReportedFinding, String> groups = FindingGroups.ids(report.reportedFindings());
    for (ReportedFinding finding : report.reportedFindings()) {
      Csv.line(cells(finding, report, groups.get(finding)), out);
    }
    Set<Problem> older = Set.copyOf(report.review().older());
    for (Problem problem : report.allProblems()) {
      Csv.line(cells(problem, report, older.contains(problem)), out);
    }
  }

  private static List<@Nullable String> cells(
      ReportedFinding reported, Report report, @Nullable String group) {
    Verdict verdict = reported.verdict();
    BaselineState state = reported.baselineState();
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(verdict.rule().id());
    cells.add(verdict.rule().name());
    cells.add(reported.severity().label());
    cells.add(verdict.kind().label());
    place(reported.finding().at(), report, cells);
    cells.add(verdict.subject().id());
    cells.add(verdict.subject().stack());
    cells.add(reported.finding().message());
    cells.add(verdict.when());
    cells.add(reported.finding().help());
    cells.add(state == null ? null : state.label());
    cells.add(String.valueOf(reported.suppression() != null));
    cells.add(reported.suppression() == null ? null : reported.suppression().reason());
    cells.add(group);
    cells.add(reported.fingerprint());
    return cells;
  }

  private static List<@Nullable String> cells(Problem problem, Report report, boolean known) {
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(problem.rule());
    cells.add(report.rule(problem.rule()).name());
    cells.add(report.severity(problem).label());
    cells.add(null);
    place(problem.at(), report, cells);
    cells.add(null);
    cells.add(null);
    cells.add(problem.message());
    cells.add(null);
    cells.add(null);
    cells.add(known ? BaselineState.KNOWN.label() : null);
    while (cells.size() < HEAD.size()) {
      cells.add(null);
    }
    return cells;
  }

  private static void place(Span at, Report report, List<@Nullable String> cells) {
    cells.add(report.paths().apply(at.path()));
    cells.add(Integer.toString(at.line()));
    cells.add(Integer.toString(at.from().column()));
  }
}

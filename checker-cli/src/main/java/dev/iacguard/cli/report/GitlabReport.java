package dev.iacguard.cli.report;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Sha256;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of {@code check} as GitLab's Code Quality: what a merge request shows beside its
 * changes. GitLab compares the two ends itself, so what was known before is reported too, and so is
 * what an exception covers: it would otherwise be shown as fixed.
 */
public final class GitlabReport implements ReportWriter<Report> {
  private static final int BYTES = 16;

  private record Issue(
      String check,
      String description,
      String severity,
      String fingerprint,
      String path,
      Span at) {}

  @Override
  public void write(Report report, Writer out) throws IOException {
    List<Issue> issues = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Sha256 sha256 = new Sha256();
    for (Problem problem : report.problems()) {
      String path = report.paths().apply(problem.at().path());
      String key = problem.rule() + "\n" + path + "\n" + problem.message();
      int number = seen.merge(key, 1, Integer::sum);
      issues.add(
          new Issue(
              problem.rule(),
              problem.message(),
              severity(report.severity(problem)),
              sha256.hex(key + "\n" + number, BYTES),
              path,
              problem.at()));
    }
    for (ReportedFinding reportedFinding : report.reportedFindings()) {
      issues.add(issue(reportedFinding, report));
    }
    Json.shownArray(out, issues, GitlabReport::write);
  }

  private static Issue issue(ReportedFinding reportedFinding, Report report) {
    Verdict verdict = reportedFinding.verdict();
    boolean unknown = verdict.kind() == Verdict.Kind.UNKNOWN;
    Suppression suppression = reportedFinding.suppression();
    String when = verdict.when().isEmpty() ? "" : " when " + verdict.when();
    String description =
        (suppression == null ? "" : "suppressed: ")
            + (unknown ? "unknown: " : "")
            + reportedFinding.finding().message()
            + when
            + " ("
            + verdict.subject().id()
            + ")"
            + (suppression == null ? "" : "; " + suppression.reason());
    return new Issue(
        verdict.rule().id() + " " + verdict.rule().name(),
        description,
        unknown || suppression != null ? "info" : severity(reportedFinding.severity()),
        reportedFinding.fingerprint(),
        report.paths().apply(reportedFinding.finding().at().path()),
        reportedFinding.finding().at());
  }

  private static void write(Json json, Issue issue) {
    json.text("type", "issue")
        .text("check_name", issue.check)
        .text("description", issue.description)
        .texts("categories", List.of("Security"))
        .text("severity", issue.severity)
        .text("fingerprint", issue.fingerprint)
        .object(
            "location",
            location ->
                location
                    .text("path", issue.path)
                    .object(
                        "lines",
                        lines ->
                            lines
                                .number("begin", issue.at.from().line())
                                .number("end", issue.at.to().line())));
  }

  /** GitLab knows info, minor, major, critical and blocker. */
  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case NOTE, OFF -> "info";
    };
  }
}

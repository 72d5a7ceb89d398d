package dev.iacguard.cli.report.html;

import dev.iacguard.cli.report.Footnotes;
import dev.iacguard.cli.report.GroupedFinding;
import dev.iacguard.cli.report.Note;
import dev.iacguard.cli.report.Report;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The findings with their code, file by file. */
final class HtmlFindings {
  /** More than a page can hold usefully; a page of a thousand has about two megabytes. */
  private static final int MOST = 2_000;

  private final Writer out;

  HtmlFindings(Writer out) {
    this.out = out;
  }

  void write(Report report) throws IOException {
    List<GroupedFinding> findings = GroupedFinding.of(report.findings());
    long covered =
        report.reportedFindings().stream()
            .filter(reportedFinding -> reportedFinding.suppression() != null)
            .count();
    long count = findings.size() + report.problems().size() + covered;
    out.write("<section aria-labelledby=\"findings\">\n");
    out.write("<h2 id=\"findings\">Findings</h2>\n");
    if (count == 0) {
      out.write("<p>There is nothing to report.</p>\n</section>\n");
      return;
    }
    HtmlStages.search(
        "finding-list", "Search the findings", List.of("error", "warning", "note", "unknown"), out);
    out.write("<div id=\"finding-list\">\n");
    for (Problem problem : report.problems()) {
      String kind = report.severity(problem).label();
      head(kind, problem.rule(), problem.message());
      place(problem.at(), "", report);
      out.write("</article>\n");
    }
    for (GroupedFinding groupedFinding : findings.subList(0, Math.min(MOST, findings.size()))) {
      write(groupedFinding, report);
    }
    for (ReportedFinding reportedFinding : report.reportedFindings()) {
      Suppression suppression = reportedFinding.suppression();
      if (suppression != null) {
        head(
            "note",
            reportedFinding.verdict().rule().id(),
            "suppressed: " + Footnotes.covered(reportedFinding, suppression));
        place(reportedFinding.finding().at(), reportedFinding.finding().label(), report);
        out.write("</article>\n");
      }
    }
    out.write("</div>\n");
    if (findings.size() > MOST) {
      int left = findings.size() - MOST;
      out.write("<p>" + left + " more are not shown; the JSON report has them all.</p>\n");
    }
    out.write("</section>\n");
  }

  private void write(GroupedFinding groupedFinding, Report report) throws IOException {
    Verdict verdict = groupedFinding.reportedFinding().verdict();
    boolean unknown = verdict.kind() == Verdict.Kind.UNKNOWN;
    String kind = unknown ? "unknown" : groupedFinding.reportedFinding().severity().label();
    head(kind, verdict.rule().id(), groupedFinding.reportedFinding().finding().message());
    place(
        groupedFinding.reportedFinding().finding().at(),
        groupedFinding.reportedFinding().finding().label(),
        report);
    out.write("<dl>\n");
    for (Note note : Note.of(groupedFinding)) {
      out.write(Html.element("dt", "", note.name()) + Html.element("dd", "", note.text()) + "\n");
    }
    out.write("</dl></article>\n");
  }

  private void head(String kind, String rule, String message) throws IOException {
    out.write("<article data-kind=\"" + kind + "\">\n<h3>");
    out.write(Html.element("span", "verdict " + kind, kind) + " ");
    out.write(Html.element("span", "rule", rule) + " " + Html.text(message) + "</h3>\n");
  }

  private void place(Span at, String label, Report report) throws IOException {
    String path = report.paths().apply(at.path());
    boolean unread = at.file().text().isEmpty();
    String place = unread ? path : path + ":" + at.line() + ":" + at.from().column();
    out.write("<p class=\"place\"><code>" + Html.parted(place) + "</code>");
    out.write(label.isEmpty() ? "</p>\n" : " " + Html.text(label) + "</p>\n");
    if (!unread) {
      HtmlCode.write(at, out);
    }
  }
}

package dev.iacguard.cli.report.html;

import dev.iacguard.cli.report.Footnotes;
import dev.iacguard.cli.report.GroupedFinding;
import dev.iacguard.cli.report.GroupedProblem;
import dev.iacguard.cli.report.Note;
import dev.iacguard.cli.report.Rank;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportItem;
import dev.iacguard.cli.report.ReportItems;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.rule.Example;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the findings with their code, file by file. */
final class HtmlFindings {
  /** More than a page can hold usefully; a page of a thousand has about two megabytes. */
  private static final int MOST = 2_000;

  private final Writer out;

  HtmlFindings(Writer out) {
    this.out = out;
  }

  void write(Report report) throws IOException {
    ReportItems items = ReportItems.of(report);
    long covered =
        report.reportedFindings().stream()
            .filter(reportedFinding -> reportedFinding.suppression() != null)
            .count();
    long count = items.found().size() + items.notAnalysed().size() + covered;
    out.write("<section aria-labelledby=\"findings\">\n");
    out.write("<h2 id=\"findings\">Findings</h2>\n");
    if (count == 0) {
      out.write("<p>There is nothing to report.</p>\n</section>\n");
      return;
    }
    HtmlStages.search(
        "finding-list",
        "Search the findings",
        Arrays.stream(Rank.values()).map(Rank::label).toList(),
        out);
    out.write("<div id=\"finding-list\">\n");
    for (ReportItem item : items.found().subList(0, Math.min(MOST, items.found().size()))) {
      write(item, report);
    }
    writeSuppressed(report);
    for (GroupedProblem problem : items.notAnalysed()) {
      write(problem, report);
    }
    out.write("</div>\n");
    if (items.found().size() > MOST) {
      String left = ReportItems.totals(items.found().subList(MOST, items.found().size()));
      out.write("<p>Not shown: " + left + ". The JSON report has everything.</p>\n");
    }
    out.write("</section>\n");
  }

  private void writeSuppressed(Report report) throws IOException {
    for (ReportedFinding reportedFinding : report.reportedFindings()) {
      Suppression suppression = reportedFinding.suppression();
      if (suppression != null) {
        head(
            "note",
            reportedFinding.verdict().rule(),
            "suppressed: " + Footnotes.covered(reportedFinding, suppression));
        place(reportedFinding.finding().at(), reportedFinding.finding().label(), report);
        out.write("</article>\n");
      }
    }
  }

  private void write(ReportItem item, Report report) throws IOException {
    head(item.rank().label(), report.rule(item.rule()), item.message());
    switch (item) {
      case GroupedFinding group -> {
        place(item.at(), group.label(), report);
        out.write("<dl>\n");
        for (Note note : Note.of(group)) {
          out.write(Html.element("dt", "", note.name()));
          out.write("<dd>" + Html.parted(note.text()) + "</dd>\n");
        }
        out.write("</dl>\n");
        example(group.lead().finding().example());
        out.write("</article>\n");
      }
      case GroupedProblem problem -> {
        place(item.at(), "", report);
        out.write("</article>\n");
      }
    }
  }

  private void example(@Nullable Example example) throws IOException {
    if (example != null && !example.text().isEmpty()) {
      out.write("<details><summary>Code to paste</summary>\n<pre tabindex=\"0\"><code>");
      for (String line : example.text().lines().toList()) {
        out.write(Html.text(line) + "\n");
      }
      out.write("</code></pre></details>\n");
    }
  }

  private void head(String kind, RuleInfo rule, String message) throws IOException {
    out.write("<article data-kind=\"" + kind + "\">\n<h3>");
    out.write(Html.element("span", "verdict " + kind, kind) + " ");
    out.write(Html.element("span", "rule", rule.id()) + " " + Html.text(message) + "</h3>\n");
    out.write(Html.element("p", "title", rule.title()) + "\n");
  }

  private void place(Span at, String label, Report report) throws IOException {
    String path = report.paths().apply(at.path());
    boolean unread = at.file().text().isEmpty();
    boolean whole = unread && at.line() == 1 && at.from().column() == 1;
    String place = whole ? path : path + ":" + at.line() + ":" + at.from().column();
    out.write("<p class=\"place\"><code>" + Html.parted(place) + "</code>");
    out.write(label.isEmpty() ? "</p>\n" : " " + Html.text(label) + "</p>\n");
    if (!unread && at.file().isQuotable()) {
      HtmlCode.write(at, out);
    }
  }
}

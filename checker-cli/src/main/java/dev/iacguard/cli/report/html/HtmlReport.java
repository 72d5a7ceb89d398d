package dev.iacguard.cli.report.html;

import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.Summary;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes a report as one self-contained HTML page: statistics, a table of stages, findings with
 * their code.
 */
public final class HtmlReport implements ReportWriter<Report> {
  private final String title;
  private final String subject;
  private final boolean findings;

  private HtmlReport(String title, String subject, boolean findings) {
    this.title = title;
    this.subject = subject;
    this.findings = findings;
  }

  /**
   * With the findings.
   *
   * @param subject names the repository and the commit; empty where they are not known
   */
  public static HtmlReport check(String subject) {
    return new HtmlReport("Access logging of API Gateway stages", subject, true);
  }

  /**
   * Without the findings.
   *
   * @param subject as for {@link #check}
   */
  public static HtmlReport stages(String subject) {
    return new HtmlReport("API Gateway stages", subject, false);
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    HtmlPage.write(title(report), report.version(), out, () -> body(report, out));
  }

  private void body(Report report, Writer out) throws IOException {
    String date = Html.element("span", "date", report.review().today().toString());
    out.write("<header><h1>" + heading() + ",\n" + date + "</h1>\n");
    String delta = Summary.delta(report);
    out.write(delta.isEmpty() ? "" : Html.element("p", "delta", delta) + "\n");
    out.write(Html.element("p", "", Summary.line(report)) + "</header>\n<main>\n");
    if (findings) {
      HtmlFirstSteps.write(report, out);
    }
    HtmlStatistics.write(report.stages(), out);
    HtmlStages.write(report, out);
    if (findings) {
      new HtmlFindings(out).write(report);
    }
    out.write("</main>\n");
  }

  /** {@code Access logging of API Gateway stages, org/infra at 1a2b3c4, 2026-11-01}. */
  private String title(Report report) {
    return heading() + Html.text(", " + report.review().today());
  }

  private String heading() {
    return Html.text(title + (subject.isEmpty() ? "" : ", " + subject));
  }
}

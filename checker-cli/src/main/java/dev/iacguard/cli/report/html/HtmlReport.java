package dev.iacguard.cli.report.html;

import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.Summary;
import dev.iacguard.core.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Writes a report as one self-contained HTML page: statistics, a table of stages, findings with
 * their code. The page is whole without its script, which only searches and sorts. Its policy lets
 * it load nothing and run nothing else.
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
    String css = resource("report.css");
    String script = resource("report.js");
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    out.write("default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; ");
    out.write("style-src '" + hash(css) + "'; script-src '" + hash(script) + "'\">\n");
    out.write("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.write("<link rel=\"icon\" href=\"data:,\">\n");
    out.write(
        "<title>" + title(report) + "</title>\n<style>" + css + "</style>\n</head>\n<body>\n");
    out.write("<a class=\"skip\" href=\"#stages\">Skip to the stages</a>\n");
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
    out.write("</main>\n<footer>iac-guard " + Html.text(report.version()) + "</footer>\n");
    out.write("<script>" + script + "</script>\n</body>\n</html>\n");
  }

  /** {@code Access logging of API Gateway stages, org/infra at 1a2b3c4, 2026-11-01}. */
  private String title(Report report) {
    return heading() + Html.text(", " + report.review().today());
  }

  private String heading() {
    return Html.text(title + (subject.isEmpty() ? "" : ", " + subject));
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a content security policy calls an inline style or script. */
  private static String hash(String content) {
    return "sha256-" + Base64.getEncoder().encodeToString(new Sha256().bytes(content));
  }
}

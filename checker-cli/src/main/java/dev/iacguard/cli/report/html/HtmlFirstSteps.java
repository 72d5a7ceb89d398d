package dev.iacguard.cli.report.html;

import dev.iacguard.cli.report.FirstSteps;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportItems;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The list of what to do first, before everything else. */
final class HtmlFirstSteps {
  private HtmlFirstSteps() {}

  static void write(Report report, Writer out) throws IOException {
    ReportItems items = ReportItems.of(report);
    List<FirstSteps.Step> steps = FirstSteps.of(items.found());
    if (steps.isEmpty()) {
      return;
    }
    out.write("<section aria-labelledby=\"first\">\n<h2 id=\"first\">Fix first</h2>\n<ol>\n");
    for (FirstSteps.Step step : steps) {
      String place = report.paths().apply(step.at().path()) + ":" + step.at().line();
      String help = step.help().isEmpty() ? "" : step.help() + ": ";
      out.write("<li>" + Html.element("strong", "", step.message()));
      out.write(" <code>" + Html.parted(place) + "</code><br>");
      out.write(Html.text(help + step.effect()) + "</li>\n");
    }
    out.write("</ol>\n" + Html.element("p", "", items.totals()) + "\n</section>\n");
  }
}

package dev.iacguard.cli.report.html;

import dev.iacguard.cli.report.Compliance;
import dev.iacguard.cli.report.Tally;
import dev.iacguard.cli.report.stages.StageStatistics;
import dev.iacguard.core.rule.report.StageFacts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Writes the statistics as plots: a ring for adherence, bars for everything that is counted. */
final class HtmlStatistics {
  private static final int MOST_BARS = 12;

  /** So that a hundredth of the ring is one unit long. */
  private static final String RADIUS = "15.9155";

  private HtmlStatistics() {}

  static void write(List<StageFacts> stages, Writer out) throws IOException {
    if (stages.isEmpty()) {
      return;
    }
    Tally tally = Tally.of(stages);
    out.write("<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">Key figures</h2>\n");
    out.write("<div class=\"figures\">\n");
    ring(StageStatistics.percent(tally), out);
    compliance(tally, out);
    for (StageStatistics.Figure figure : StageStatistics.of(stages)) {
      if (!figure.counts().isEmpty()) {
        bars(figure, stages.size(), out);
      }
    }
    out.write("</div>\n</section>\n");
  }

  static void ring(long percent, Writer out) throws IOException {
    String circle = "<circle cx=\"21\" cy=\"21\" r=\"" + RADIUS + "\" class=\"";
    out.write("<figure><figcaption>Adherence</figcaption>\n");
    out.write("<svg class=\"ring\" viewBox=\"0 0 42 42\" role=\"img\" aria-label=\"");
    out.write(percent + " % of the stages are known to be compliant\">");
    out.write(circle + "track\"/>");
    out.write(circle + "value\" stroke-dasharray=\"" + percent + " " + (100 - percent) + "\"/>");
    out.write("<text x=\"21\" y=\"23.8\">" + percent + " %</text></svg>\n");
    out.write("<p>of the stages are known to be compliant</p></figure>\n");
  }

  static void compliance(Tally tally, Writer out) throws IOException {
    open("Stages", out);
    bar(Compliance.COMPLIANT.label(), tally.compliant(), tally.stages(), "compliant", out);
    bar(Compliance.FAILING.label(), tally.failing(), tally.stages(), "failing", out);
    bar(Compliance.CONDITIONAL.label(), tally.conditional(), tally.stages(), "conditional", out);
    bar(Compliance.UNKNOWN.label(), tally.unknown(), tally.stages(), "unknown", out);
    close(out);
  }

  /** Starts a figure of bars. */
  static void open(String title, Writer out) throws IOException {
    out.write("<figure>" + Html.element("figcaption", "", title) + "\n<table class=\"bars\">\n");
  }

  static void close(Writer out) throws IOException {
    out.write("</table></figure>\n");
  }

  private static void bars(StageStatistics.Figure figure, int most, Writer out) throws IOException {
    out.write("<figure>" + Html.element("figcaption", "", figure.title()) + "\n");
    out.write("<table class=\"bars\">\n");
    int left = MOST_BARS;
    for (Map.Entry<String, Integer> count : figure.counts().entrySet()) {
      if (left-- > 0) {
        bar(count.getKey(), count.getValue(), most, "plain", out);
      }
    }
    out.write("</table>");
    if (left < 0) {
      out.write("<p>and " + -left + " more</p>");
    }
    out.write("</figure>\n");
  }

  static void bar(String name, int count, int most, String kind, Writer out) throws IOException {
    long width = Math.clamp(Math.round(100.0 * count / most), 0, 100);
    out.write("<tr><th scope=\"row\">" + Html.text(name) + "</th><td>" + count + "</td><td>");
    out.write("<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\"");
    out.write(" aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"10\"/>");
    out.write("<rect class=\"" + kind + "\" width=\"" + width + "\" height=\"10\"/></svg>");
    out.write("</td></tr>\n");
  }
}

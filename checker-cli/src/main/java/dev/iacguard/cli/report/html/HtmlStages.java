package dev.iacguard.cli.report.html;

import dev.iacguard.cli.report.Compliance;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.StageRow;
import dev.iacguard.core.rule.report.StageFacts;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Writes the table of stages, which the page's script can search and sort. */
final class HtmlStages {
  private HtmlStages() {}

  static void write(Report report, Writer out) throws IOException {
    List<StageFacts> stages = report.stages();
    out.write("<section aria-labelledby=\"stages\">\n<h2 id=\"stages\">Stages</h2>\n");
    if (stages.isEmpty()) {
      out.write("<p>There is no API Gateway stage.</p>\n</section>\n");
      return;
    }
    search(
        "stage-rows",
        "Search the stages",
        List.of("compliant", "failing", "conditional", "unknown"),
        out);
    out.write(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table of stages\">\n");
    out.write("<table class=\"stages\"><thead><tr>");
    for (String word : inOrder(StageRow.HEAD)) {
      out.write("<th scope=\"col\">" + HtmlTable.title(word) + "</th>");
    }
    out.write("<th scope=\"col\">Stack</th><th scope=\"col\">Place</th></tr></thead>\n");
    out.write("<tbody id=\"stage-rows\">\n");
    for (StageFacts stage : stages) {
      row(stage, report, out);
    }
    out.write("</tbody></table></div>\n</section>\n");
  }

  /**
   * A field and a choice that narrow a list; hidden where there is no script.
   *
   * @param list the id of the list, whose elements tell their kind in {@code data-kind}
   */
  static void search(String list, String label, List<String> kinds, Writer out) throws IOException {
    out.write("<form class=\"search\" data-list=\"" + list + "\" hidden>\n");
    out.write("<label>" + label + " <input type=\"search\"></label>\n");
    out.write("<label>Show <select><option value=\"\">all</option>");
    for (String kind : kinds) {
      out.write("<option>" + kind + "</option>");
    }
    out.write("</select></label>\n<output role=\"status\"></output></form>\n");
  }

  private static void row(StageFacts stage, Report report, Writer out) throws IOException {
    List<String> cells = inOrder(StageRow.of(stage));
    String kind = Compliance.of(stage).label();
    out.write("<tr data-kind=\"" + kind + "\"><th scope=\"row\">");
    out.write("<code>" + Html.parted(cells.get(0)) + "</code></th>");
    out.write("<td>" + Html.element("span", "verdict " + kind, cells.get(1)) + "</td>");
    for (String cell : cells.subList(2, cells.size())) {
      out.write(Html.element("td", "", cell));
    }
    out.write("<td>" + Html.parted(stage.stack()) + "</td>");
    String place = report.paths().apply(stage.location().path()) + ":" + stage.location().line();
    out.write("<td><code>" + Html.parted(place) + "</code></td></tr>\n");
  }

  /** The verdict is what is looked for, and on a small screen the first two columns are seen. */
  private static List<String> inOrder(List<String> cells) {
    List<String> ordered = new ArrayList<>(cells);
    ordered.add(1, ordered.remove(ordered.size() - 1));
    return ordered;
  }
}

package dev.iacguard.cli.report.html;

import dev.iacguard.cli.merge.Development;
import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.merge.ReportStatus.Status;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.merge.MergeTables;
import dev.iacguard.cli.report.merge.MergeWords;
import dev.iacguard.cli.report.stages.StageStatistics;
import dev.iacguard.cli.report.table.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Many reports as one page: figures, their development, tables of groups, the worst stages. */
public final class HtmlMerge implements ReportWriter<Merged> {
  private static final String TITLE = "API Gateway stages of all repositories";

  /** More than a page can hold usefully. */
  private static final int MOST_STAGES = 2_000;

  private static final int MOST_GROUPS = 5_000;

  /** What needs no search. */
  private static final int FEW = 10;

  private static final int MOST_UNREADABLE = 200;

  @Override
  public void write(Merged merged, Writer out) throws IOException {
    String title = Html.text(TITLE + ", " + merged.date());
    HtmlPage.write(title, merged.version(), out, () -> body(merged, out));
  }

  private static void body(Merged merged, Writer out) throws IOException {
    String date = Html.element("span", "date", merged.date().toString());
    out.write("<header><h1>" + TITLE + ",\n" + date + "</h1>\n");
    out.write(Html.element("p", "", MergeWords.summary(merged)));
    out.write(Html.element("p", "", MergeWords.reports(merged)));
    for (String line : MergeWords.history(merged)) {
      out.write(Html.element("p", "", line));
    }
    navigation(merged, out);
    out.write("</header>\n<main>\n");
    unreadable(merged, out);
    figures(merged, out);
    Development history = merged.history();
    if (history != null) {
      HtmlDevelopment.write(history, out);
    }
    stages(merged, out);
    groups(MergeSection.TEAMS, "team", MergeWords.worstFirst(merged.teams(), "no team"), out);
    groups(
        MergeSection.ENVIRONMENTS,
        "environment",
        MergeWords.worstFirst(merged.environments(), "no environment"),
        out);
    rules(merged, out);
    groups(
        MergeSection.REPOSITORIES,
        "repository",
        MergeWords.worstFirst(merged.repositories(), "-"),
        out);
    HtmlWaivers.table(merged, out);
    out.write("</main>\n");
  }

  private static void navigation(Merged merged, Writer out) throws IOException {
    Set<MergeSection> sections = EnumSet.allOf(MergeSection.class);
    if (merged.count(Status.UNREADABLE) == 0) {
      sections.remove(MergeSection.UNREADABLE);
    }
    if (merged.history() == null) {
      sections.remove(MergeSection.DEVELOPMENT);
    }
    if (merged.waivers().isEmpty()) {
      sections.remove(MergeSection.WAIVERS);
    }
    MergeSection.links(List.copyOf(sections), out);
  }

  private static void unreadable(Merged merged, Writer out) throws IOException {
    List<String> lines = MergeWords.unreadable(merged);
    if (lines.isEmpty()) {
      return;
    }
    MergeSection.UNREADABLE.open(out);
    out.write("<ul>\n");
    int shown = Math.min(MOST_UNREADABLE, lines.size());
    for (String line : lines.subList(0, shown)) {
      out.write("<li>" + Html.parted(line) + "</li>\n");
    }
    out.write("</ul>\n");
    left(lines.size() - shown, out);
    out.write("</section>\n");
  }

  private static void figures(Merged merged, Writer out) throws IOException {
    MergeSection.FIGURES.open(out);
    out.write("<div class=\"figures\">\n");
    if (merged.tally().stages() > 0) {
      HtmlStatistics.ring(StageStatistics.percent(merged.tally()), out);
      HtmlStatistics.compliance(merged.tally(), out);
    }
    int all = merged.reports().size();
    HtmlStatistics.open("Reports", out);
    for (Status status : Status.values()) {
      int count = (int) merged.count(status);
      String kind =
          switch (status) {
            case READ -> "compliant";
            case DUPLICATE -> "plain";
            case UNREADABLE -> "failing";
          };
      HtmlStatistics.bar(status.label(), count, Math.max(1, all), kind, out);
    }
    HtmlStatistics.close(out);
    if (!merged.waivers().isEmpty()) {
      HtmlWaivers.bars(merged, out);
    }
    out.write("</div>\n</section>\n");
  }

  private static void groups(
      MergeSection section, String name, List<MergeWords.Group> groups, Writer out)
      throws IOException {
    section.open(out);
    String id = section.id();
    if (groups.size() > FEW) {
      HtmlStages.search(id + "-rows", "Search", List.of("compliant", "failing", "unknown"), out);
    }
    HtmlTable table = new HtmlTable("Table of " + id, id + "-rows", out);
    table.head(name, "adherence", "share", "stages", "compliant", "non-compliant", "unknown");
    int shown = Math.min(MOST_GROUPS, groups.size());
    for (MergeWords.Group group : groups.subList(0, shown)) {
      table.row(group.name(), MergeWords.adherence(group.tally()), group.tally());
    }
    table.end();
    left(groups.size() - shown, out);
    out.write("</section>\n");
  }

  private static void rules(Merged merged, Writer out) throws IOException {
    Table rules = MergeTables.rules(merged, MOST_GROUPS);
    MergeSection.RULES.open(out);
    HtmlTable table = new HtmlTable("Table of rules", out);
    table.head(rules.head().toArray(String[]::new));
    for (List<String> row : rules.rows()) {
      table.row("", row.get(0), row.subList(1, row.size()).toArray(String[]::new));
    }
    table.end();
    out.write("</section>\n");
  }

  private static void stages(Merged merged, Writer out) throws IOException {
    MergeSection.STAGES.open(out);
    Table stages = MergeTables.stages(merged, MOST_STAGES);
    if (stages.rows().isEmpty()) {
      out.write("<p>No stage is known to fail, and none is unknown.</p>\n</section>\n");
      return;
    }
    HtmlStages.search(
        "stage-rows", "Search the stages", List.of("failing", "conditional", "unknown"), out);
    out.write(
        "<div class=\"wide tall\" tabindex=\"0\" role=\"region\" aria-label=\"Table of stages\">\n");
    out.write("<table class=\"list worst\"><thead><tr>");
    for (String word : stages.head()) {
      out.write("<th scope=\"col\">" + HtmlTable.title(word) + "</th>");
    }
    out.write("</tr></thead>\n<tbody id=\"stage-rows\">\n");
    for (List<String> row : stages.rows()) {
      out.write("<tr data-kind=\"" + row.get(1) + "\"><th scope=\"row\"><code>");
      out.write(Html.parted(row.get(0)) + "</code></th><td>");
      out.write(Html.element("span", "verdict " + row.get(1), row.get(1)) + "</td>");
      for (String cell : row.subList(2, row.size())) {
        out.write("<td>" + Html.parted(cell) + "</td>");
      }
      out.write("</tr>\n");
    }
    out.write("</tbody></table></div>\n");
    left(stages.left(), out);
    out.write("</section>\n");
  }

  /** What a page does not hold, the other formats do. */
  static void left(int left, Writer out) throws IOException {
    if (left > 0) {
      out.write(
          "<p>Not shown: " + left + " more. The CSV and NDJSON reports have all stages.</p>\n");
    }
  }
}

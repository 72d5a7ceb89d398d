package dev.iacguard.cli.report.html;

import dev.iacguard.cli.merge.Development;
import dev.iacguard.cli.merge.Development.FixTimes;
import dev.iacguard.cli.merge.HistoryPoint;
import dev.iacguard.cli.report.Tally;
import dev.iacguard.cli.report.html.HtmlPlot.Series;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes how the figures of a history change. */
final class HtmlDevelopment {
  /** So many lines can be told from one another. */
  private static final int MOST_LINES = 5;

  private static final int PERCENT = 100;

  private final List<HistoryPoint> points;
  private final List<LocalDate> days;
  private final Writer out;

  private HtmlDevelopment(Development history, Writer out) {
    points = history.points();
    days = points.stream().map(HistoryPoint::date).toList();
    this.out = out;
  }

  static void write(Development history, Writer out) throws IOException {
    MergeSection.DEVELOPMENT.open(out);
    out.write("<div class=\"figures plots\">\n");
    new HtmlDevelopment(history, out).plots();
    out.write("</div>\n");
    fixTimes(history, out);
    missing(history, out);
    out.write("</section>\n");
  }

  private void plots() throws IOException {
    List<Series> all = new ArrayList<>();
    all.add(new Series("all stages", values(point -> percent(point.tally()))));
    all.addAll(groups(HistoryPoint::environments, "no environment", MOST_LINES - 1));
    new HtmlPlot(days, " %", PERCENT).write("Adherence by environment", all, out);
    List<Series> teams = groups(HistoryPoint::teams, "no team", MOST_LINES);
    if (!teams.isEmpty()) {
      new HtmlPlot(days, " %", PERCENT).write("Adherence of the largest teams", teams, out);
    }
    plot("Open findings", "", new Series("open", values(point -> number(point.findings().open()))));
    plot(
        "Findings by day",
        "",
        new Series("new", values(this::opened)),
        new Series("fixed", values(point -> number(point.findings().fixed()))));
    plot("Waivers in force", "", new Series("waivers", values(point -> number(point.waivers()))));
    plot("Mean age of waivers", " d", new Series("age", values(HistoryPoint::waiverAge)));
    plot(
        "Monthly cost of access logs, in US dollars",
        "",
        new Series("ingestion and storage", values(HistoryPoint::cost)));
  }

  /** On the first day all findings are new, which says nothing. */
  private @Nullable Double opened(HistoryPoint point) {
    return point.equals(points.get(0)) ? null : number(point.findings().opened());
  }

  /** Nothing where no day has a value. */
  private void plot(String title, String unit, Series... lines) throws IOException {
    double most = 0;
    boolean known = false;
    for (Series line : lines) {
      known |= line.values().stream().anyMatch(Objects::nonNull);
      for (Double value : line.values()) {
        most = Math.max(most, value == null ? 0 : value);
      }
    }
    if (known) {
      new HtmlPlot(days, unit, Math.max(1, most)).write(title, List.of(lines), out);
    }
  }

  private List<@Nullable Double> values(Function<HistoryPoint, @Nullable Double> value) {
    List<@Nullable Double> values = new ArrayList<>();
    points.forEach(point -> values.add(value.apply(point)));
    return values;
  }

  /** The groups with the most stages today. */
  private List<Series> groups(
      Function<HistoryPoint, Map<String, Tally>> groups, String unnamed, int most) {
    return groups.apply(points.get(points.size() - 1)).entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Tally> group) -> group.getValue().stages(),
                    Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(
            group ->
                new Series(
                    group.getKey().isEmpty() ? unnamed : group.getKey(),
                    values(point -> percent(groups.apply(point).get(group.getKey())))))
        .toList();
  }

  private static @Nullable Double percent(@Nullable Tally tally) {
    return tally == null || tally.stages() == 0
        ? null
        : Math.floor(tally.adherence() * PERCENT * 10) / 10;
  }

  private static Double number(long count) {
    return (double) count;
  }

  private static void fixTimes(Development history, Writer out) throws IOException {
    if (history.fixTimes().isEmpty()) {
      return;
    }
    out.write("<h3 class=\"caption\">Time from the first report of a finding to its fix</h3>\n");
    HtmlTable table = new HtmlTable("Table of times", out);
    table.head("rule", "fixed", "mean days", "median days", "open", "oldest open, days");
    row("all rules", history.allFixTimes(), table);
    for (Map.Entry<String, FixTimes> rule : history.fixTimes().entrySet()) {
      row(rule.getKey(), rule.getValue(), table);
    }
    table.end();
  }

  private static void row(String rule, FixTimes of, HtmlTable table) throws IOException {
    table.row(
        "",
        rule,
        String.valueOf(of.fixed()),
        of.mean() == null ? "-" : of.mean().toString(),
        of.median() == null ? "-" : of.median().toString(),
        String.valueOf(of.open()),
        of.oldestOpen() == null ? "-" : of.oldestOpen().toString());
  }

  private static void missing(Development history, Writer out) throws IOException {
    if (history.missing().isEmpty()) {
      return;
    }
    out.write("<h3 class=\"caption\">Repositories without a report</h3>\n");
    HtmlTable table = new HtmlTable("Repositories without a report", out);
    table.head("repository", "since");
    for (Development.Missing missing : history.missing()) {
      table.row("", missing.repository(), missing.since().toString());
    }
    table.end();
  }
}

package dev.iacguard.cli.report;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.rule.Example;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a page of Markdown that is no longer than it may be. What does not fit is dropped from the
 * bottom of the order and counted.
 */
final class MarkdownPage {
  private static final String MARKER = "<!-- iac-guard -->";
  private static final String END = "\n</details>\n";

  /** For the end of a section, what was not analysed and what was dropped. */
  private static final int KEPT_FOR_THE_END = 1_000;

  private final Report report;
  private final SourceLinks links;
  private final Writer out;
  private final FirstExamples examples = new FirstExamples();
  private final List<ReportItem> dropped = new ArrayList<>();
  private int left;
  private int others;

  /**
   * @param most how many bytes it may have
   */
  MarkdownPage(Report report, SourceLinks links, int most, Writer out) {
    this.report = report;
    this.links = links;
    this.left = most - KEPT_FOR_THE_END;
    this.out = out;
  }

  void write() throws IOException {
    ReportItems items = ReportItems.of(report);
    String delta = Summary.delta(report);
    String headline = delta.isEmpty() ? "" : "**" + delta + "**\n\n";
    put(MARKER + "\n## iac-guard\n\n" + headline + Markdown.text(Summary.line(report)) + "\n");
    List<ReportItem> changed = items.found().stream().filter(ReportItem::onChange).toList();
    writeItems("\n**On lines of this change**\n\n", changed, "");
    writeFixed();
    for (Rank rank : Rank.values()) {
      List<ReportItem> ranked =
          items.found().stream().filter(item -> !item.onChange() && item.rank() == rank).toList();
      String open = rank == Rank.ERROR ? "<details open>" : "<details>";
      writeItems(section(open, rank.count(ranked.size())), ranked, END);
    }
    writeSuppressed();
    writeNotAnalysed(items);
    if (!dropped.isEmpty() || others > 0) {
      List<String> words = new ArrayList<>();
      if (!dropped.isEmpty()) {
        words.add(ReportItems.totals(dropped));
      }
      if (others > 0) {
        words.add(Summary.count(others, "other line"));
      }
      out.write("\nNot shown: " + String.join(", ", words) + ". The text report has everything.\n");
    }
  }

  private static String section(String open, String title) {
    return "\n" + open + "<summary>" + title + "</summary>\n\n";
  }

  private void writeItems(String head, List<ReportItem> items, String end) throws IOException {
    if (items.isEmpty()) {
      return;
    }
    if (!put(head)) {
      dropped.addAll(items);
      return;
    }
    for (ReportItem item : items) {
      if (!put(text(item))) {
        dropped.add(item);
      }
    }
    out.write(end);
  }

  private void writeFixed() throws IOException {
    String title = "\n**Fixed**\n\n";
    for (BaselineFinding fixed : report.review().fixed()) {
      line(title + "- " + fixed.rule() + " " + Markdown.code(fixed.resource()) + "\n");
      title = "";
    }
  }

  /** What does not count and is not hidden. */
  private void writeSuppressed() throws IOException {
    List<String> lines = new ArrayList<>();
    for (ReportedFinding reportedFinding : report.reportedFindings()) {
      Suppression suppression = reportedFinding.suppression();
      if (suppression != null) {
        lines.add(
            head("suppressed", reportedFinding.verdict().rule().id())
                + place(reportedFinding.finding().at())
                + ": "
                + Markdown.text(Footnotes.covered(reportedFinding, suppression))
                + "\n");
      }
    }
    writeLines(lines, lines.size() + " suppressed");
  }

  /** One line where there is no room for the list. */
  private void writeNotAnalysed(ReportItems items) throws IOException {
    if (items.notAnalysed().isEmpty()) {
      return;
    }
    String title = "Not analysed: " + Summary.count(items.places(), "place");
    StringBuilder list = new StringBuilder(section("<details>", title));
    items.notAnalysed().forEach(problem -> list.append(text(problem)));
    if (!put(list.append(END).toString())) {
      out.write("\n" + title + ".\n");
    }
  }

  private void writeLines(List<String> lines, String title) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    if (!put(section("<details>", title))) {
      others += lines.size();
      return;
    }
    for (String line : lines) {
      line(line);
    }
    out.write(END);
  }

  private String text(ReportItem item) {
    StringBuilder text = new StringBuilder(head(item.rank().label(), item.rule()));
    text.append(place(item.at())).append(": ").append(Markdown.text(item.message())).append('\n');
    if (item instanceof GroupedFinding group) {
      for (Note note : Note.of(group)) {
        String words = note.isCode() ? Markdown.code(note.text()) : Markdown.text(note.text());
        text.append("  - ").append(note.name()).append(": ").append(words).append('\n');
      }
    }
    Example example = examples.of(item);
    text.append(example == null ? "" : Markdown.block(example.text(), "  "));
    return text.toString();
  }

  private static String head(String word, String rule) {
    return "- **" + word + "** " + rule + " ";
  }

  private String place(Span at) {
    String path = report.paths().apply(at.path());
    String code = Markdown.code(path + ":" + at.line());
    String link = links.of(path, at);
    return link.isEmpty() ? code : "[" + code + "](" + link + ")";
  }

  private void line(String line) throws IOException {
    if (!put(line)) {
      others++;
    }
  }

  private boolean put(String text) throws IOException {
    int bytes = Markdown.bytes(text);
    if (bytes > left) {
      left = 0;
      return false;
    }
    left -= bytes;
    out.write(text);
    return true;
  }
}

package dev.iacguard.cli.report;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a page of Markdown that is no longer than it may be. */
final class MarkdownPage {
  private static final String MARKER = "<!-- iac-guard -->";

  private static final int KEPT_FOR_THE_END = 200;

  /**
   * Something to be told, whose file is known.
   *
   * @param text Markdown, the line of a list with its sub-lists
   */
  private record Item(String path, boolean onChange, String text) {}

  private final Writer out;
  private int left;
  private int untold;

  /**
   * @param most how many bytes it may have
   */
  MarkdownPage(int most, Writer out) {
    this.left = most - KEPT_FOR_THE_END;
    this.out = out;
  }

  void write(Report report) throws IOException {
    List<Item> items = new ArrayList<>();
    report.problems().forEach(problem -> items.add(of(problem, report)));
    GroupedFinding.of(report.findings())
        .forEach(groupedFinding -> items.add(of(groupedFinding, report)));
    put(MARKER + "\n## iac-guard\n\n" + Markdown.text(Summary.line(report)) + "\n");
    List<Item> changed = items.stream().filter(Item::onChange).toList();
    if (!changed.isEmpty()) {
      put("\n**On lines of this change**\n\n");
      for (Item item : changed) {
        tell("- " + Markdown.code(item.path) + " " + item.text);
      }
    }
    String title = "\n**Mended**\n\n";
    for (BaselineFinding baselineFinding : report.review().mended()) {
      tell(
          title
              + "- "
              + baselineFinding.rule()
              + " "
              + Markdown.code(baselineFinding.resource())
              + "\n");
      title = "";
    }
    for (Map.Entry<String, List<Item>> file : byFile(items).entrySet()) {
      writeFile(file.getKey(), file.getValue());
    }
    writeSuppressed(report);
    if (untold > 0) {
      out.write("\n" + untold + " more are not shown; the text report has them all.\n");
    }
  }

  private void writeFile(String path, List<Item> items) throws IOException {
    String head =
        "\n<details><summary>" + Markdown.code(path) + ": " + items.size() + "</summary>\n\n";
    if (!put(head)) {
      untold += items.size();
      return;
    }
    for (Item item : items) {
      tell("- " + item.text);
    }
    out.write("\n</details>\n");
  }

  /** What does not count and is not hidden. */
  private void writeSuppressed(Report report) throws IOException {
    List<Item> items = new ArrayList<>();
    for (ReportedFinding reportedFinding : report.reportedFindings()) {
      Suppression suppression = reportedFinding.suppression();
      if (suppression != null) {
        Span at = reportedFinding.finding().at();
        String text =
            head("suppressed", reportedFinding.verdict().rule().id(), at)
                + Markdown.text(Footnotes.covered(reportedFinding, suppression))
                + "\n";
        items.add(new Item(at.path(), false, text));
      }
    }
    if (!items.isEmpty()) {
      writeFile("suppressed by exceptions", items);
    }
  }

  private static Map<String, List<Item>> byFile(List<Item> items) {
    Map<String, List<Item>> files = new LinkedHashMap<>();
    for (Item item : items) {
      if (!item.onChange) {
        files.computeIfAbsent(item.path, path -> new ArrayList<>()).add(item);
      }
    }
    return files;
  }

  private static Item of(Problem problem, Report report) {
    String text =
        head(report.severity(problem).label(), problem.rule(), problem.at())
            + Markdown.text(problem.message())
            + "\n";
    boolean onChange = problem.rule().equals(Problem.POLICY_CHANGED);
    return new Item(report.paths().apply(problem.at().path()), onChange, text);
  }

  private static Item of(GroupedFinding groupedFinding, Report report) {
    ReportedFinding reportedFinding = groupedFinding.reportedFinding();
    Verdict verdict = reportedFinding.verdict();
    boolean unknown = verdict.kind() == Verdict.Kind.UNKNOWN;
    String word = unknown ? "unknown" : reportedFinding.severity().label();
    StringBuilder text = new StringBuilder();
    text.append(head(word, verdict.rule().id(), reportedFinding.finding().at()));
    text.append(Markdown.text(reportedFinding.finding().message())).append('\n');
    for (Note note : Note.of(groupedFinding)) {
      boolean sentence = note.name().equals("help") || note.name().equals("when");
      String words = sentence ? Markdown.text(note.text()) : Markdown.code(note.text());
      text.append("  - ").append(note.name()).append(": ").append(words).append('\n');
    }
    String path = report.paths().apply(reportedFinding.finding().at().path());
    return new Item(path, reportedFinding.onChange(), text.toString());
  }

  private static String head(String word, String rule, Span at) {
    return "**" + word + "** " + rule + ", line " + at.line() + ": ";
  }

  private void tell(String item) throws IOException {
    if (!put(item)) {
      untold++;
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

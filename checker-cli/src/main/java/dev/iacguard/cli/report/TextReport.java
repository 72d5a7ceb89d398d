package dev.iacguard.cli.report;

import dev.iacguard.cli.report.Style.Role;
import dev.iacguard.core.rule.Example;
import dev.iacguard.core.rule.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;

/**
 * The report of {@code check} for people: what is wrong, the most urgent first, where, why and what
 * to do; then what was not analysed, and a summary.
 */
public final class TextReport implements ReportWriter<Report> {
  private static final int MOST_SUPPRESSED = 20;

  /** More than so many items do not fit on a screen. */
  private static final int MOST_ON_SCREEN = 4;

  private static final String MARGIN = "    ";

  private final Style style;
  private final boolean quiet;
  private final boolean verbose;
  private final Function<Report, String> outcome;
  private final FirstExamples examples = new FirstExamples();

  /**
   * @param quiet leaves out what does not count, and the summary
   * @param verbose lists all that is suppressed and every place that was not analysed
   * @param outcome says what the run ends with, and why
   */
  public TextReport(Style style, boolean quiet, boolean verbose, Function<Report, String> outcome) {
    this.style = style;
    this.quiet = quiet;
    this.verbose = verbose;
    this.outcome = outcome;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    ReportItems items = ReportItems.of(report);
    String delta = quiet ? "" : Summary.delta(report);
    out.write(delta.isEmpty() ? "" : style.paint(Role.MESSAGE, delta) + "\n\n");
    for (ReportItem item : items.found()) {
      write(item, out);
    }
    if (!quiet) {
      Footnotes.suppressed(
          report.reportedFindings(), verbose ? Integer.MAX_VALUE : MOST_SUPPRESSED, style, out);
      Footnotes.fixed(report.review(), style, out);
    }
    writeNotAnalysed(items, out);
    if (!quiet) {
      writeFirstSteps(items, out);
      writeSummary(report, items, out);
    }
  }

  private void write(ReportItem item, Writer out) throws IOException {
    Snippet snippet = new Snippet(style, role(item.rank()), head(item), item.message());
    String label = "";
    if (item instanceof GroupedFinding group) {
      label = group.label();
      Note.of(group).forEach(snippet::note);
    } else if (item instanceof GroupedProblem problem && !problem.others().isEmpty()) {
      snippet.note(new Note("also", problem.others()));
    }
    snippet.write(item.at(), label, out);
    out.write('\n');
    writeExample(item, out);
  }

  /** Without a margin of signs, so that it can be copied. */
  private void writeExample(ReportItem item, Writer out) throws IOException {
    Example example = quiet ? null : examples.of(item);
    int columns = Math.max(0, style.columns() - MARGIN.length());
    String text = example == null ? "" : FirstExamples.onScreen(example, columns);
    for (String line : text.lines().toList()) {
      out.write(line.isEmpty() ? "\n" : MARGIN + Printable.line(line) + "\n");
    }
    out.write(text.isEmpty() ? "" : "\n");
  }

  private static String head(ReportItem item) {
    boolean conditional =
        item instanceof GroupedFinding group
            && group.lead().verdict().kind() == Verdict.Kind.CONDITIONAL;
    return item.rank().label() + "[" + item.rule() + "]" + (conditional ? " (conditional)" : "");
  }

  private void writeNotAnalysed(ReportItems items, Writer out) throws IOException {
    if (items.notAnalysed().isEmpty()) {
      return;
    }
    out.write(style.paint(Role.MESSAGE, "Not analysed") + "\n\n");
    for (GroupedProblem problem : items.notAnalysed()) {
      for (GroupedProblem one : verbose ? problem.apart() : List.of(problem)) {
        write(one, out);
      }
    }
  }

  private void writeFirstSteps(ReportItems items, Writer out) throws IOException {
    if (items.found().size() <= MOST_ON_SCREEN) {
      return;
    }
    out.write(style.paint(Role.MESSAGE, "Fix first") + "\n");
    for (FirstSteps.Step step : FirstSteps.of(items.found())) {
      String place = step.at().path() + ":" + step.at().line();
      out.write("  " + style.wrapped(Printable.line(step.message() + " (" + place + ")"), 2, 4));
      String help = step.help().isEmpty() ? "" : step.help() + ": ";
      out.write("\n    " + style.wrapped(Printable.line(help + step.effect()), 4, 4) + "\n");
    }
    out.write('\n');
  }

  private void writeSummary(Report report, ReportItems items, Writer out) throws IOException {
    if (!items.found().isEmpty()) {
      out.write(items.totals() + "\n");
    }
    out.write(style.wrapped(Summary.line(report), 0, 2) + "\n");
    if (report.result().files() > 0 || !report.allProblems().isEmpty()) {
      out.write(style.wrapped(outcome.apply(report), 0, 2) + "\n");
    }
    if (!items.found().isEmpty()) {
      out.write("next: iac-guard explain " + items.found().get(0).rule() + "\n");
    }
  }

  private static Role role(Rank rank) {
    return switch (rank) {
      case ERROR -> Role.ERROR;
      case WARNING -> Role.WARNING;
      case NOTE -> Role.NOTE;
      case UNKNOWN -> Role.UNKNOWN;
    };
  }
}

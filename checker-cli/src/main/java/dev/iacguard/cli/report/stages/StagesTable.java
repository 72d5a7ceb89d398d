package dev.iacguard.cli.report.stages;

import dev.iacguard.cli.report.Compliance;
import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.StageRow;
import dev.iacguard.cli.report.Style;
import dev.iacguard.cli.report.Style.Role;
import dev.iacguard.cli.report.Summary;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The list of {@code stages} for people: a table for each stack, and the figures of them all. */
public final class StagesTable implements ReportWriter<Report> {
  private static final List<String> HEAD =
      StageRow.HEAD.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
  private static final int WIDTH = 80;
  private static final int LEAST_STAGE = 16;

  private final Style style;
  private final boolean quiet;

  /**
   * @param quiet leaves out the figures
   */
  public StagesTable(Style style, boolean quiet) {
    this.style = style;
    this.quiet = quiet;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    for (StackReport stack : report.result().reports()) {
      if (!stack.stages().isEmpty()) {
        write(stack, out);
      }
    }
    if (!quiet) {
      List<String> lines = new ArrayList<>(StatisticsLines.of(report.result().figures()));
      lines.addAll(StatisticsLines.exceptions(report.review()));
      StageStatistics.write(report.stages(), lines, out);
      out.write(Summary.line(report) + "\n");
    }
  }

  private void write(StackReport stack, Writer out) throws IOException {
    String language = stack.stages().get(0).language().label();
    String name = Printable.line(stack.stack());
    out.write(style.paint(Role.MESSAGE, name) + style.paint(Role.FAINT, "  " + language) + "\n");
    List<List<String>> rows = new ArrayList<>();
    for (StageFacts stage : stack.stages()) {
      rows.add(StageRow.of(stage).stream().map(Printable::line).toList());
    }
    int[] widths = widths(rows);
    out.write(style.paint(Role.FAINT, line(HEAD, widths).stripTrailing()) + "\n");
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      String facts = line(row.subList(0, row.size() - 1), widths);
      Role role = role(Compliance.of(stack.stages().get(i)));
      out.write(facts + "  " + style.paint(role, row.get(row.size() - 1)) + "\n");
    }
    writeOverridable(stack.stages(), out);
    out.write("\n");
  }

  /** Other values of these inputs would make other rows. */
  private void writeOverridable(List<StageFacts> stages, Writer out) throws IOException {
    List<String> inputs =
        stages.stream()
            .flatMap(stage -> stage.overridable().stream())
            .distinct()
            .sorted()
            .map(Printable::line)
            .toList();
    if (inputs.isEmpty()) {
      return;
    }
    StringBuilder line = new StringBuilder("  with the defaults of");
    int start = 0;
    for (String input : inputs) {
      if (line.length() - start + input.length() + 2 > width()) {
        start = line.length();
        line.append("\n   ");
      }
      line.append(' ').append(input).append(',');
    }
    line.setLength(line.length() - 1);
    out.write(style.paint(Role.FAINT, line.toString()) + "\n");
  }

  private int width() {
    return style.columns() == 0 ? WIDTH : style.columns();
  }

  /** The stage's column gets what the others leave. */
  private int[] widths(List<List<String>> rows) {
    int[] widths = new int[HEAD.size()];
    int others = 0;
    for (int column = 0; column < widths.length; column++) {
      widths[column] = HEAD.get(column).length();
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], Printable.width(row.get(column)));
      }
      others += column == 0 ? 0 : widths[column] + 2;
    }
    widths[0] = Math.min(widths[0], Math.max(LEAST_STAGE, width() - 2 - others));
    return widths;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      if (column > 0 || Printable.width(cell) <= widths[0]) {
        line.append("  ").append(cell);
        line.repeat(' ', Math.max(0, widths[column] - Printable.width(cell)));
      } else {
        // A long address is told from the others by its end; it keeps a line of its own.
        line.append("  ").append(cell).append('\n').repeat(' ', 2 + widths[0]);
      }
    }
    return line.toString();
  }

  private static Role role(Compliance compliance) {
    return switch (compliance) {
      case COMPLIANT -> Role.GOOD;
      case UNKNOWN -> Role.UNKNOWN;
      case CONDITIONAL -> Role.WARNING;
      case FAILING -> Role.ERROR;
    };
  }
}

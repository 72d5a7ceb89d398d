package dev.iacguard.cli.report;

import dev.iacguard.cli.report.Style.Role;
import dev.iacguard.core.rule.StackReport;
import dev.iacguard.core.rule.StageFacts;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of {@code stages} for people: a table for each stack, and the figures of them all. */
public final class StagesTable {
  private static final List<String> HEAD =
      List.of("STAGE", "API", "LOG", "FORMAT", "KEPT", "ROLE", "VERDICT");
  private static final int WIDTH = 100;
  private static final int LEAST_STAGE = 24;
  private static final int MOST_RULES = 2;
  private static final String NONE = "-";

  private final Style style;
  private final boolean quiet;

  /**
   * @param quiet leaves out the figures
   */
  public StagesTable(Style style, boolean quiet) {
    this.style = style;
    this.quiet = quiet;
  }

  public void write(Report report, Writer out) throws IOException {
    for (StackReport stack : report.result().reports()) {
      if (!stack.stages().isEmpty()) {
        write(stack, out);
      }
    }
    if (!quiet) {
      StageFigures.write(report.stages(), EstateLines.of(report.result().figures()), out);
      out.write(Summary.line(report) + "\n");
    }
  }

  private void write(StackReport stack, Writer out) throws IOException {
    String language = stack.stages().get(0).language().label();
    String name = Printable.line(stack.stack());
    out.write(style.paint(Role.MESSAGE, name) + style.paint(Role.FAINT, "  " + language) + "\n");
    List<List<String>> rows = new ArrayList<>();
    for (StageFacts stage : stack.stages()) {
      rows.add(row(stage));
    }
    int[] widths = widths(rows);
    out.write(style.paint(Role.FAINT, line(HEAD, widths).stripTrailing()) + "\n");
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      String facts = line(row.subList(0, row.size() - 1), widths);
      Role role = role(Compliance.of(stack.stages().get(i)));
      out.write(facts + "  " + style.paint(role, row.get(row.size() - 1)) + "\n");
    }
    out.write("\n");
  }

  private static List<String> row(StageFacts stage) {
    return List.of(
        Printable.line(stage.id()),
        stage.api(),
        stage.accessLog().status(),
        format(stage.accessLog().format()),
        retention(stage.logGroup()),
        role(stage.accountRole()),
        verdict(stage));
  }

  private static String format(StageFacts.@Nullable Format format) {
    if (format == null) {
      return NONE;
    }
    return format.kind() + " " + format.fields().size() + (format.complete() ? "" : "+");
  }

  private static String retention(StageFacts.@Nullable LogGroup group) {
    if (group == null) {
      return NONE;
    }
    return group.retentionDays() == null ? group.retention() : group.retentionDays() + " d";
  }

  private static String role(StageFacts.AccountRole role) {
    return switch (role.status()) {
      case "declared" -> "yes";
      case "none-declared" -> "none";
      case "not-required" -> NONE;
      default -> role.status();
    };
  }

  private static String verdict(StageFacts stage) {
    Compliance compliance = Compliance.of(stage);
    List<String> rules = compliance.rules(stage);
    StringBuilder verdict = new StringBuilder(compliance.label());
    for (String rule : rules.subList(0, Math.min(MOST_RULES, rules.size()))) {
      verdict.append(' ').append(rule);
    }
    return rules.size() > MOST_RULES
        ? verdict.append(" +").append(rules.size() - MOST_RULES).toString()
        : verdict.toString();
  }

  /** The stage's column gets what the others leave. */
  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[HEAD.size()];
    int others = 0;
    for (int column = 0; column < widths.length; column++) {
      widths[column] = HEAD.get(column).length();
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], Printable.width(row.get(column)));
      }
      others += column == 0 ? 0 : widths[column] + 2;
    }
    widths[0] = Math.min(widths[0], Math.max(LEAST_STAGE, WIDTH - 2 - others));
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

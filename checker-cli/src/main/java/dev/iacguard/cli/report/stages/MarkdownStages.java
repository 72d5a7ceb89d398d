package dev.iacguard.cli.report.stages;

import dev.iacguard.cli.report.Markdown;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.StageRow;
import dev.iacguard.cli.report.Summary;
import dev.iacguard.core.rule.report.StackReport;
import java.io.IOException;
import java.io.Writer;

/** The list of {@code stages} as Markdown: the figures, then a table for each stack. */
public final class MarkdownStages implements ReportWriter<Report> {
  @Override
  public void write(Report report, Writer out) throws IOException {
    out.write("## API Gateway stages\n\n" + Markdown.text(Summary.line(report)) + "\n");
    for (StageStatistics.Figure figure : StageStatistics.of(report.stages())) {
      if (!figure.counts().isEmpty()) {
        out.write("\n**" + figure.title() + "**: " + Markdown.text(figure.inWords()) + "\n");
      }
    }
    for (StackReport stack : report.result().reports()) {
      if (!stack.stages().isEmpty()) {
        table(stack, out);
      }
    }
  }

  private static void table(StackReport stack, Writer out) throws IOException {
    out.write("\n### " + Markdown.code(stack.stack()) + "\n\n");
    Markdown.table(StageRow.HEAD, stack.stages().stream().map(StageRow::of).toList(), out);
  }
}

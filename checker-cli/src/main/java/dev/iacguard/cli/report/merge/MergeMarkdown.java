package dev.iacguard.cli.report.merge;

import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.report.Markdown;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.table.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Many reports as one, as Markdown: the figures, then the worst stages. */
public final class MergeMarkdown implements ReportWriter<Merged> {
  private static final int MOST_ROWS = 50;

  @Override
  public void write(Merged merged, Writer out) throws IOException {
    out.write("## API Gateway stages of all repositories, " + merged.date() + "\n\n");
    String adherence =
        merged.tally().stages() == 0
            ? ""
            : "**Adherence " + MergeWords.percent(merged.tally()) + " %** of ";
    out.write(
        adherence
            + Markdown.text(MergeWords.summary(merged))
            + "\n\n"
            + Markdown.text(MergeWords.reports(merged))
            + "\n");
    for (String line : MergeWords.history(merged)) {
      out.write("\n" + Markdown.text(line) + "\n");
    }
    List<String> unreadable = MergeWords.unreadable(merged);
    if (!unreadable.isEmpty()) {
      out.write("\n### Reports that could not be read\n\n");
      for (String line : unreadable.subList(0, Math.min(MOST_ROWS, unreadable.size()))) {
        out.write("- " + Markdown.text(line) + "\n");
      }
      left(unreadable.size() - MOST_ROWS, out);
    }
    for (Table table : MergeTables.figures(merged, MOST_ROWS)) {
      table(table, out);
    }
    table(MergeTables.stages(merged, MOST_ROWS), out);
  }

  private static void table(Table table, Writer out) throws IOException {
    if (table.rows().isEmpty()) {
      return;
    }
    out.write("\n### " + table.title() + "\n\n");
    Markdown.table(table.head(), table.rows(), out);
    left(table.left(), out);
  }

  private static void left(int left, Writer out) throws IOException {
    if (left > 0) {
      out.write("\nand " + left + " more\n");
    }
  }
}

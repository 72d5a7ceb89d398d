package dev.iacguard.cli.report.merge;

import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.merge.MergedStage;
import dev.iacguard.cli.report.Csv;
import dev.iacguard.cli.report.ReportWriter;
import java.io.IOException;
import java.io.Writer;

/** The stages of all reports for spreadsheets: RFC 4180, the worst first. */
public final class MergeCsv implements ReportWriter<Merged> {
  @Override
  public void write(Merged merged, Writer out) throws IOException {
    Csv.line(MergeCells.HEAD, out);
    for (MergedStage stage : merged.stages()) {
      Csv.line(MergeCells.of(stage), out);
    }
  }
}

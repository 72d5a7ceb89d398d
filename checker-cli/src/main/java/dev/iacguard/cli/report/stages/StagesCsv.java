package dev.iacguard.cli.report.stages;

import dev.iacguard.cli.report.Compliance;
import dev.iacguard.cli.report.Csv;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.StageRow;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.core.rule.report.StageFacts.Format;
import dev.iacguard.core.rule.report.StageFacts.LogGroup;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of {@code stages} for spreadsheets: RFC 4180, a line for each stage below a head. */
public final class StagesCsv implements ReportWriter<Report> {
  @Override
  public void write(Report report, Writer out) throws IOException {
    Csv.line(StageRow.COLUMNS, out);
    for (StageFacts stage : report.stages()) {
      Csv.line(cells(stage, report), out);
    }
  }

  private static List<@Nullable String> cells(StageFacts stage, Report report) {
    Format format = stage.accessLog().format();
    LogGroup group = stage.logGroup();
    Compliance compliance = Compliance.of(stage);
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(stage.stack());
    cells.add(stage.id());
    cells.add(stage.stageName());
    cells.add(stage.kind());
    cells.add(stage.api());
    cells.add(stage.language().label());
    cells.add(report.paths().apply(stage.location().path()));
    cells.add(Integer.toString(stage.location().line()));
    cells.add(stage.accessLog().status());
    cells.add(format == null ? null : format.kind());
    cells.add(format == null ? null : String.join(" ", format.fields()));
    cells.add(group == null ? null : group.resource() == null ? group.name() : group.resource());
    cells.add(group == null ? null : group.retention());
    cells.add(
        group == null || group.retentionDays() == null ? null : group.retentionDays().toString());
    cells.add(stage.accountRole().status());
    cells.add(compliance.label());
    cells.add(String.join(" ", compliance.rules(stage)));
    return cells;
  }
}

package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportSource;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.SourceLinks;
import dev.iacguard.cli.report.Style;
import dev.iacguard.cli.report.html.HtmlReport;
import dev.iacguard.cli.report.stages.MarkdownStages;
import dev.iacguard.cli.report.stages.StagesCsv;
import dev.iacguard.cli.report.stages.StagesJson;
import dev.iacguard.cli.report.stages.StagesTable;

/** The formats of {@code stages}, in the order of its help. */
enum StagesFormat {
  TEXT,
  JSON,
  CSV,
  MARKDOWN,
  HTML;

  ReportWriter<Report> writer(Style style, boolean quiet, CliEnvironment cliEnvironment) {
    return switch (this) {
      case TEXT -> new StagesTable(style, quiet);
      case JSON -> new StagesJson(ReportSource.of(cliEnvironment::variable));
      case CSV -> new StagesCsv();
      case MARKDOWN -> new MarkdownStages();
      case HTML -> HtmlReport.stages(SourceLinks.subject(cliEnvironment::variable));
    };
  }
}

package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.option.ReportOptions;
import dev.iacguard.cli.report.FindingsCsv;
import dev.iacguard.cli.report.GitlabReport;
import dev.iacguard.cli.report.JsonReport;
import dev.iacguard.cli.report.JunitReport;
import dev.iacguard.cli.report.MarkdownReport;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportSource;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.SourceLinks;
import dev.iacguard.cli.report.Style;
import dev.iacguard.cli.report.TextReport;
import dev.iacguard.cli.report.html.HtmlReport;
import dev.iacguard.cli.report.sarif.SarifReport;
import dev.iacguard.cli.report.suggestion.SuggestionsReport;
import dev.iacguard.cli.run.ExitPolicy;

/** The formats of {@code check}, in the order of its help. */
enum CheckFormat {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  GITHUB,
  GITLAB,
  MARKDOWN,
  CSV,
  HTML,
  SUGGESTIONS;

  /** The classes of a format are loaded when it is asked for, and only then. */
  ReportWriter<Report> writer(
      Style style,
      ReportOptions<CheckFormat> options,
      ExitPolicy exitPolicy,
      CliEnvironment cliEnvironment) {
    return switch (this) {
      case TEXT -> new TextReport(style, options.quiet(), options.verbose(), exitPolicy::inWords);
      case JSON -> new JsonReport(ReportSource.of(cliEnvironment::variable));
      case SARIF -> new SarifReport(exitPolicy::exitCode);
      case JUNIT -> new JunitReport(exitPolicy::counts);
      case GITHUB -> new StepSummary(cliEnvironment);
      case GITLAB -> new GitlabReport();
      case MARKDOWN -> MarkdownReport.comment(SourceLinks.of(cliEnvironment::variable));
      case CSV -> new FindingsCsv();
      case HTML -> HtmlReport.check(SourceLinks.subject(cliEnvironment::variable));
      case SUGGESTIONS -> new SuggestionsReport();
    };
  }
}

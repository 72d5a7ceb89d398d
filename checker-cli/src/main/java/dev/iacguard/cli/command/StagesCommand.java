package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.option.Format;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.ReportOptions;
import dev.iacguard.cli.report.MarkdownStages;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.StagesCsv;
import dev.iacguard.cli.report.StagesJson;
import dev.iacguard.cli.report.StagesTable;
import dev.iacguard.cli.report.html.HtmlReport;
import dev.iacguard.cli.run.Analysis;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard stages}: every stage with what is known of it. */
final class StagesCommand implements Command {
  private static final Format[] FORMATS = {
    Format.TEXT, Format.JSON, Format.CSV, Format.MARKDOWN, Format.HTML
  };

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Lists every API Gateway stage with its access log settings.", "")
        .footer(
            "",
            "Examples:",
            "  iac-guard stages",
            "  iac-guard stages infra services/orders/template.yaml",
            "  iac-guard stages . --format json | jq .summary");
    InputOptions.addTo(spec);
    ReportOptions.addTo(spec, FORMATS);
    return spec;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) {
    ReportOptions options = ReportOptions.of(arguments, FORMATS, cliEnvironment);
    Report report =
        Analysis.run(
            InputOptions.of(arguments), options.quiet(), options.verbose(), cliEnvironment);
    return options.write(
        report.leavesInputUnread() ? ExitCode.UNREAD_INPUT : ExitCode.CLEAN,
        cliEnvironment,
        target -> body(target, options.quiet(), report));
  }

  private static Output.Body body(ReportOptions.Target target, boolean quiet, Report report) {
    return switch (target.format()) {
      case TEXT -> out -> new StagesTable(target.style(), quiet).write(report, out);
      case JSON -> out -> StagesJson.write(report, out);
      case CSV -> out -> StagesCsv.write(report, out);
      case MARKDOWN -> out -> MarkdownStages.write(report, out);
      case HTML -> out -> HtmlReport.stages(report, out);
      case SARIF, JUNIT, GITHUB, GITLAB -> throw new IllegalStateException("not offered");
    };
  }
}

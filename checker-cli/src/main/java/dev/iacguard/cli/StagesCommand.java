package dev.iacguard.cli;

import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.StagesJson;
import dev.iacguard.cli.report.StagesTable;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard stages}: every stage with what is known of it. */
final class StagesCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Lists every API Gateway stage with what is known of its access log.", "")
        .footer(
            "",
            "Examples:",
            "  iac-guard stages",
            "  iac-guard stages infra services/orders/template.yaml",
            "  iac-guard stages . --format json | jq .summary");
    InputOptions.addTo(spec);
    ReportOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Surroundings surroundings) throws IOException {
    ReportOptions options = ReportOptions.of(arguments, surroundings);
    Report report =
        Analysis.run(InputOptions.of(arguments), options.quiet(), options.verbose(), surroundings);
    Output.write(
        options.file(),
        surroundings,
        switch (options.format()) {
          case TEXT -> out -> new StagesTable(options.style(), options.quiet()).write(report, out);
          case JSON -> out -> StagesJson.write(report, out);
        });
    return report.leavesInputUnread() ? ExitCode.UNREAD_INPUT : ExitCode.CLEAN;
  }
}

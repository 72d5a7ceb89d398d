package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.option.ReportOptions;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.run.Analysis;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard stages}: lists every stage with its facts. */
final class StagesCommand implements Command {

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
    InputSpecs.addTo(spec);
    ReportOptions.addTo(spec, StagesFormat.values());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) {
    ReportOptions<StagesFormat> options =
        ReportOptions.of(arguments, StagesFormat.values(), cliEnvironment);
    Report report =
        Analysis.run(
            InputOptions.of(arguments), options.quiet(), options.verbose(), cliEnvironment);
    return options.write(
        report,
        report.leavesInputUnread() ? ExitCode.UNREAD_INPUT : ExitCode.CLEAN,
        cliEnvironment,
        target -> target.format().writer(target.style(), options.quiet(), cliEnvironment));
  }
}

package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.option.Format;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.report.SettingsReport;
import dev.iacguard.core.config.ConfigNode.Mapping;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard config}: the policy that holds for a path, and where each value comes from. */
final class ConfigCommand implements Command {
  private static final Format[] FORMATS = {Format.TEXT, Format.JSON};

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Shows the effective policy for a path, and where each value comes from.", "")
        .footer(
            "",
            "Examples:",
            "  iac-guard config",
            "  iac-guard config infra/dev --stage test",
            "  iac-guard config infra --var-file prod.tfvars --format json");
    InputOptions.addTo(spec);
    ShownPolicy.addStageTo(spec);
    return spec.addOption(
        Options.word("--format", FORMATS).description("Output format. Default: text.").build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    Mapping settings =
        ShownPolicy.of(InputOptions.of(arguments), arguments, cliEnvironment).settings();
    Format format = Options.word(arguments, "--format", FORMATS, Format.TEXT);
    Output.write(
        null,
        cliEnvironment,
        format == Format.JSON
            ? out -> SettingsReport.json(settings, out)
            : out -> SettingsReport.text(settings, out));
    return ExitCode.CLEAN;
  }
}

package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.option.Options;
import dev.iacguard.core.config.ConfigNode.Mapping;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard config}: the policy that holds for a path, and where each value comes from. */
final class ConfigCommand implements Command {

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
    InputSpecs.addTo(spec);
    ShownPolicy.addStageTo(spec);
    return spec.addOption(
        Options.word("--format", ConfigFormat.values())
            .description("Output format. Default: text.")
            .build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    Mapping settings =
        ShownPolicy.of(InputOptions.of(arguments), arguments, cliEnvironment).settings();
    ConfigFormat format =
        Options.word(arguments, "--format", ConfigFormat.values(), ConfigFormat.TEXT);
    Output.write(null, cliEnvironment, out -> format.writer().write(settings, out));
    return ExitCode.CLEAN;
  }
}

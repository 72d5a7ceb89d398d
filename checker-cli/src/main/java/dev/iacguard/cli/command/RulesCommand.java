package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.report.rules.ShownRule;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard rules}: the index of the rules under the policy. */
final class RulesCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Lists the rules with their severities under the policy.", "")
        .footer(
            "",
            "Examples:",
            "  iac-guard rules",
            "  iac-guard rules infra/dev --stage test",
            "  iac-guard rules --format markdown > rules.md");
    InputSpecs.addPolicyTo(spec, "0", "Path whose policy applies. Default: the current directory.");
    ShownPolicy.addStageTo(spec);
    return spec.addOption(
        Options.word("--format", RulesFormat.values())
            .description("Output format. Default: text.")
            .build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    List<ShownRule> rules =
        ShownPolicy.of(InputOptions.of(arguments), arguments, cliEnvironment).rules();
    RulesFormat format =
        Options.word(arguments, "--format", RulesFormat.values(), RulesFormat.TEXT);
    Output.write(null, cliEnvironment, out -> format.writer().write(rules, out));
    return ExitCode.CLEAN;
  }
}

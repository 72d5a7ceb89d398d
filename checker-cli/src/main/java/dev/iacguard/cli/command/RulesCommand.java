package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.option.Format;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.report.RulesReport;
import dev.iacguard.cli.report.ShownRule;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard rules}: the index of the rules under the policy. */
final class RulesCommand implements Command {
  private static final Format[] FORMATS = {Format.TEXT, Format.JSON, Format.MARKDOWN};

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
    InputOptions.addPolicyTo(
        spec, "0", "Path whose policy applies. Default: the current directory.");
    ShownPolicy.addStageTo(spec);
    return spec.addOption(
        Options.word("--format", FORMATS).description("Output format. Default: text.").build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    List<ShownRule> rules =
        ShownPolicy.of(InputOptions.of(arguments), arguments, cliEnvironment).rules();
    Format format = Options.word(arguments, "--format", FORMATS, Format.TEXT);
    Output.write(
        null,
        cliEnvironment,
        out -> {
          switch (format) {
            case JSON -> RulesReport.json(rules, out);
            case MARKDOWN -> RulesReport.markdown(rules, out);
            default -> RulesReport.text(rules, out);
          }
        });
    return ExitCode.CLEAN;
  }
}

package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.NewFiles;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.run.PolicyChoice;
import dev.iacguard.cli.run.ResolvedInput;
import dev.iacguard.core.rule.pack.ExportTarget;
import dev.iacguard.core.rule.pack.NewFile;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard export}: writes the policy as rules that AWS evaluates. */
final class ExportCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Writes the policy as rules that AWS evaluates: AWS Config custom policy rules, a"
                + " CloudFormation Guard hook, or a service control policy.",
            "Prints the files; with --output it writes them. Their README says which rules the"
                + " export enforces, and how much of each.",
            "")
        .footer(
            "",
            "Examples:",
            "  iac-guard export config --output aws-config",
            "  iac-guard export guard-hook --config policies/production.yaml --output hook",
            "  iac-guard export scp                                 print the policy and its"
                + " README",
            "",
            "Exit codes: 0 written, 2 wrong usage, or a file exists already.");
    spec.addPositional(
            Options.argument("TARGET", "1")
                .required(true)
                .completionCandidates(Options.words(ExportTarget.values()))
                .description("config, guard-hook or scp.")
                .build())
        .addOption(InputSpecs.newFilesOption());
    InputSpecs.addPolicyTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    ExportTarget target =
        Options.word("TARGET", arguments.matchedPositionalValue(0, ""), ExportTarget.values());
    InputOptions options = InputOptions.of(arguments, List.of("."));
    ResolvedInput input = ResolvedInput.of(options, cliEnvironment);
    List<NewFile> files = PolicyChoice.of(options.policy().file(), input).pack().export(target);
    NewFiles.give(files, arguments.matchedOptionValue("--output", (String) null), cliEnvironment);
    return ExitCode.CLEAN;
  }
}

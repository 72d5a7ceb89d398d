package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.run.Analysis;
import dev.iacguard.cli.run.InstalledRules;
import dev.iacguard.cli.run.PolicyChoice;
import dev.iacguard.cli.run.ResolvedInput;
import dev.iacguard.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard init}: writes a first policy that today's code can start from. */
final class InitCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Writes a first policy: the built-in one, relaxed where today's code fails it.", "")
        .footer(
            "",
            "Examples:",
            "  iac-guard init",
            "  iac-guard init infra --output infra/iac-guard.yaml",
            "  iac-guard init --force");
    InputSpecs.addTo(spec);
    return spec.addOption(
            Options.text("--output", "FILE")
                .description("File to write. Default: iac-guard.yaml in the current directory.")
                .build())
        .addOption(Options.flag("--force").description("Replace an existing file.").build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    String name = arguments.matchedOptionValue("--output", PolicyChoice.NAMES.get(0));
    Path file = Output.file("--output " + name, name, cliEnvironment);
    if (Files.exists(file) && !Options.given(arguments, "--force")) {
      throw new UsageException(name + " already exists; --force replaces it");
    }
    InputOptions options = InputOptions.of(arguments);
    Report report = Analysis.run(options, false, false, cliEnvironment);
    PolicyDraft draft =
        PolicyDraft.of(
            report.stages(),
            PolicyChoice.builtIn(ResolvedInput.of(options, cliEnvironment)),
            InstalledRules.pack());
    Output.write(file, cliEnvironment, out -> out.write(draft.text()));
    // A policy that cannot be used would be said here.
    Report after = Analysis.run(options.under(name), true, false, cliEnvironment);
    int stages = draft.stages();
    cliEnvironment.say(
        "wrote " + name + " after checking " + (stages == 1 ? "1 stage" : stages + " stages"));
    cliEnvironment.say(remaining(after));
    return ExitCode.CLEAN;
  }

  private static String remaining(Report report) {
    int findings = report.findings().size();
    long unread = report.problems().stream().filter(Problem::leavesInputUnread).count();
    return (findings == 1 ? "1 finding remains" : findings + " findings remain")
        + (unread == 0 ? "" : ", and " + unread + " could not be analysed")
        + (findings + unread == 0 ? "" : "; 'iac-guard baseline' accepts them");
  }
}

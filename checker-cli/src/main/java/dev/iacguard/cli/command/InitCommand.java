package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.run.Analysis;
import dev.iacguard.cli.run.PolicyChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard init}: writes a first policy from what the code does today. */
final class InitCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Writes a commented policy that asks for what the stages of the code have in common"
                + " today.",
            "")
        .footer(
            "",
            "Examples:",
            "  iac-guard init",
            "  iac-guard init infra --output infra/iac-guard.yaml",
            "  iac-guard init --force");
    InputOptions.addTo(spec);
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
    Report report = Analysis.run(InputOptions.of(arguments), false, false, cliEnvironment);
    PolicyDraft draft = PolicyDraft.of(report.stages());
    Output.write(file, cliEnvironment, out -> out.write(draft.text()));
    cliEnvironment.say("wrote " + name + " after looking at " + draft.stages() + " stages");
    return report.leavesInputUnread() ? ExitCode.UNREAD_INPUT : ExitCode.CLEAN;
  }
}

package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard man}: the manual page. */
final class ManCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Prints the manual page in man format.", "")
        .footer(
            "",
            "Examples:",
            "  iac-guard man | man -l -",
            "  iac-guard man > /usr/local/share/man/man1/iac-guard.1");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    Output.print(ManPage.of(CommandTree.commandLine()), cliEnvironment);
    return ExitCode.CLEAN;
  }
}

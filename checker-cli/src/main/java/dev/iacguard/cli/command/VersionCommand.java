package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.Version;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard version}: the same as {@code --version}. */
final class VersionCommand implements Command {

  static int print(CliEnvironment cliEnvironment) throws IOException {
    Output.print(CommandTree.NAME + " " + Version.current() + "\n", cliEnvironment);
    return ExitCode.CLEAN;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Prints the version, like --version.", "")
        .footer("", "Examples:", "  iac-guard version");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    return print(cliEnvironment);
  }
}

package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.Options;
import dev.iacguard.core.model.Nearest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard help check}: the same as {@code --help} of a command. */
final class HelpCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Shows the help of a command, like its --help.", "")
        .footer("", "Examples:", "  iac-guard help", "  iac-guard help check");
    return spec.addPositional(
        Options.argument("COMMAND", "0..1")
            .description("Command to describe. Default: an overview of all commands.")
            .build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    String name = arguments.matchedPositionalValue(0, "");
    CommandLine all = CommandTree.commandLine();
    @Nullable CommandLine line = name.isEmpty() ? all : all.getSubcommands().get(name);
    if (line == null) {
      String hint = Nearest.hint(name, List.copyOf(all.getSubcommands().keySet()));
      throw new UsageException(
          "unknown command '" + name + "'" + (hint.isEmpty() ? "; see 'iac-guard help'" : hint));
    }
    Output.print(line.getUsageMessage(Ansi.OFF), cliEnvironment);
    return ExitCode.CLEAN;
  }
}

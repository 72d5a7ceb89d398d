package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.Options;
import dev.iacguard.core.model.Nearest;
import java.io.IOException;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard completion bash}: a script that completes commands, options and their words. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh");

  /** Keeps the shell from offering files where there are no words to offer. */
  private static final String NO_FILES = "  type compopt &>/dev/null && compopt +o default\n";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Prints a shell completion script.", "")
        .footer(
            "",
            "Examples:",
            "  source <(iac-guard completion bash)      in ~/.bashrc",
            "  source <(iac-guard completion zsh)       in ~/.zshrc, below compinit");
    return spec.addPositional(
        Options.argument("SHELL", "1")
            .required(true)
            .completionCandidates(SHELLS)
            .description("bash or zsh.")
            .build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    String shell = arguments.matchedPositionalValue(0, "");
    if (!SHELLS.contains(shell)) {
      throw new UsageException(
          "no completion for '" + shell + "', only for bash and zsh" + Nearest.hint(shell, SHELLS));
    }
    // One script for both: it switches on zsh's own emulation of bash completion.
    String script = AutoComplete.bash(CommandTree.NAME, CommandTree.commandLine());
    Output.print(script.replace(NO_FILES, ""), cliEnvironment);
    return ExitCode.CLEAN;
  }
}

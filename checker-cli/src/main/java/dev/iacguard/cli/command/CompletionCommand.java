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
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code iac-guard completion SHELL}: a script that completes commands, options and their words.
 */
final class CompletionCommand implements Command {
  /** One script serves bash and zsh: it switches on zsh's own emulation of bash completion. */
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

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
            "  source <(iac-guard completion zsh)       in ~/.zshrc, below compinit",
            "  iac-guard completion fish | source       in ~/.config/fish/config.fish");
    return spec.addPositional(
        Options.argument("SHELL", "1")
            .required(true)
            .completionCandidates(SHELLS)
            .description("bash, zsh or fish.")
            .build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    String shell = arguments.matchedPositionalValue(0, "");
    if (!SHELLS.contains(shell)) {
      throw new UsageException(
          "no completion for '"
              + shell
              + "', only for bash, zsh and fish"
              + Nearest.hint(shell, SHELLS));
    }
    CommandLine program = CommandTree.commandLine();
    Output.print(
        shell.equals("fish")
            ? FishCompletion.of(program)
            : AutoComplete.bash(CommandTree.NAME, program).replace(NO_FILES, ""),
        cliEnvironment);
    return ExitCode.CLEAN;
  }
}

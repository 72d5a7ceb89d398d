package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.git.GitProblem;
import dev.iacguard.cli.git.GitRepository;
import dev.iacguard.cli.git.Hook;
import dev.iacguard.cli.option.Options;
import dev.iacguard.core.model.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard hook}: installs and removes the git pre-commit hook. */
final class HookCommand implements Command {
  private static final List<String> ACTIONS = List.of("install", "uninstall");

  /** The launcher says in it where it is. */
  private static final String LAUNCHER = "IAC_GUARD_LAUNCHER";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Installs or removes the git pre-commit hook that checks staged changes.",
            "An existing hook is kept and runs first.",
            "")
        .footer("", "Examples:", "  iac-guard hook install", "  iac-guard hook uninstall");
    return spec.addPositional(
            Options.argument("ACTION", "1")
                .required(true)
                .completionCandidates(ACTIONS)
                .description("install or uninstall.")
                .build())
        .addOption(
            Options.text("--hooks-path", "DIR")
                .description("Hooks directory. Default: the one that git uses.")
                .build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    String action = arguments.matchedPositionalValue(0, "");
    if (!ACTIONS.contains(action)) {
      throw new UsageException(
          "'" + action + "': install or uninstall is expected" + Nearest.hint(action, ACTIONS));
    }
    @Nullable String named = arguments.matchedOptionValue("--hooks-path", (String) null);
    Path folder = cliEnvironment.folder().toRealPath();
    try (GitRepository repository = GitRepository.around(folder, cliEnvironment.environment())) {
      Hook hook =
          Hook.of(repository, named == null ? null : folder.resolve(named), cliEnvironment.home());
      Output.print(
          action.equals("install")
              ? install(hook, cliEnvironment.variable(LAUNCHER))
              : uninstall(hook),
          cliEnvironment);
      return ExitCode.CLEAN;
    } catch (GitProblem e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static String install(Hook hook, String launcher) {
    try {
      hook.install(Path.of(launcher.isEmpty() ? CommandTree.NAME : launcher));
      return "installed "
          + hook.file()
          + (hook.isChained() ? "; the existing hook runs first\n" : "\n");
    } catch (IOException e) {
      throw new UsageException("cannot write " + hook.file() + ": " + Output.reason(e));
    }
  }

  private static String uninstall(Hook hook) {
    try {
      return hook.uninstall()
          ? "removed " + hook.file() + "\n"
          : "no iac-guard hook in " + hook.file() + "\n";
    } catch (IOException e) {
      throw new UsageException("cannot remove " + hook.file() + ": " + Output.reason(e));
    }
  }
}

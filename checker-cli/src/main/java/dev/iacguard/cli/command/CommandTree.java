package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.Defaults;
import dev.iacguard.core.model.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Assembles all commands under the program's name. Built in code: reading annotations would cost a
 * good part of the time that a whole run takes.
 */
public final class CommandTree {
  static final String NAME = "iac-guard";

  private static final List<String> NAMES =
      List.of(
          "check",
          "stages",
          "collect",
          "merge",
          "logs",
          "fix",
          "scaffold",
          "export",
          "baseline",
          "init",
          "config",
          "schema",
          "explain",
          "rules",
          "test-rules",
          "hook",
          "lsp",
          "completion",
          "man",
          "help",
          "version");

  private CommandTree() {}

  public static int run(String[] args, CliEnvironment cliEnvironment) throws IOException {
    ParseResult parsed = commandLine(args).parseArgs(args);
    ParseResult chosen = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (parsed.isVersionHelpRequested()) {
      return VersionCommand.print(cliEnvironment);
    }
    if (chosen.isUsageHelpRequested()) {
      Output.print(usage(chosen.commandSpec().commandLine()), cliEnvironment);
      return ExitCode.CLEAN;
    }
    if (parsed.hasSubcommand()) {
      return run(command(chosen.commandSpec().name()), chosen, args, cliEnvironment);
    }
    cliEnvironment.err().print(usage(chosen.commandSpec().commandLine()));
    return ExitCode.USAGE;
  }

  /** Reads the arguments again when the environment adds to them. */
  private static int run(
      Command command, ParseResult chosen, String[] args, CliEnvironment cliEnvironment)
      throws IOException {
    List<String> added =
        Defaults.of(chosen, chosen.commandSpec().parent().commandLine(), cliEnvironment);
    if (added.isEmpty()) {
      return command.run(chosen, cliEnvironment);
    }
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(all.indexOf(chosen.commandSpec().name()) + 1, added);
    ParseResult parsed = commandLine(args).parseArgs(all.toArray(String[]::new));
    try {
      return command.run(parsed.subcommand(), cliEnvironment);
    } catch (UsageException e) {
      throw Defaults.explain(e, added);
    }
  }

  /** The program with all of its commands. */
  public static CommandLine commandLine() {
    return commandLine(NAMES);
  }

  /** The program with the command that is asked for: the others would only cost time to build. */
  private static CommandLine commandLine(String[] args) {
    return args.length > 0 && NAMES.contains(args[0])
        ? commandLine(List.of(args[0]))
        : commandLine();
  }

  private static CommandLine commandLine(List<String> names) {
    CommandSpec root =
        CommandSpec.create()
            .name(NAME)
            .addOption(
                OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description("Print the version and exit.")
                    .build());
    root.usageMessage()
        .description(
            "Checks the access logging of API Gateway stages, in Terraform and CloudFormation"
                + " code and in exports of what is deployed.")
        .commandListHeading("%nCommands:%n")
        .footer(
            "",
            "Examples:",
            "  iac-guard check                     check everything below the current directory",
            "  iac-guard check infra --format json > report.json",
            "  iac-guard stages infra              list every stage and its settings",
            "  iac-guard explain IG101             explain a rule",
            "",
            "Exit codes: 0 no findings, 1 findings, 2 wrong usage, 3 some input could not be",
            "analysed, 4 internal error.");
    Usage.describe(root);
    CommandLine line = new CommandLine(root);
    // A path may begin with @.
    line.setExpandAtFiles(false);
    for (String name : names) {
      CommandSpec spec = command(name).spec().name(name);
      Usage.describe(spec);
      line.addSubcommand(name, spec);
    }
    return line;
  }

  private static Command command(String name) {
    return switch (name) {
      case "check" -> new CheckCommand();
      case "stages" -> new StagesCommand();
      case "collect" -> new CollectCommand();
      case "merge" -> new MergeCommand();
      case "logs" -> new LogsCommand();
      case "fix" -> new FixCommand();
      case "scaffold" -> new ScaffoldCommand();
      case "export" -> new ExportCommand();
      case "baseline" -> new BaselineCommand();
      case "init" -> new InitCommand();
      case "config" -> new ConfigCommand();
      case "schema" -> new SchemaCommand();
      case "explain" -> new ExplainCommand();
      case "rules" -> new RulesCommand();
      case "test-rules" -> new TestRulesCommand();
      case "hook" -> new HookCommand();
      case "lsp" -> new LspCommand();
      case "completion" -> new CompletionCommand();
      case "man" -> new ManCommand();
      case "help" -> new HelpCommand();
      case "version" -> new VersionCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The formats of each command that writes reports, by the name of the command. */
  public static Map<String, List<String>> formats() {
    Map<String, List<String>> formats = new LinkedHashMap<>();
    commandLine()
        .getSubcommands()
        .forEach(
            (name, line) -> {
              OptionSpec option = line.getCommandSpec().findOption("--format");
              if (option != null) {
                List<String> words = new ArrayList<>();
                option.completionCandidates().forEach(words::add);
                formats.put(name, List.copyOf(words));
              }
            });
    return formats;
  }

  private static String usage(CommandLine line) {
    return line.getUsageMessage(Ansi.OFF);
  }

  /** The message for arguments that could not be understood. */
  public static String explain(ParameterException e) {
    CommandLine line = e.getCommandLine();
    String help = "; see '" + line.getCommandSpec().qualifiedName() + " --help'";
    if (e instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      boolean option = unmatched.isUnknownOption();
      List<String> names = option ? optionNames(line) : commandNames(line);
      String kind =
          option
              ? "unknown option '"
              : names.isEmpty() ? "unexpected argument '" : "unknown command '";
      String name = option && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      String hint = Nearest.hint(name, names);
      return kind + name + "'" + (hint.isEmpty() ? help : hint);
    }
    String message = String.valueOf(e.getMessage());
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      message =
          missing.getMissing().get(0).isOption()
              ? message
              : "no " + missing.getMissing().get(0).paramLabel() + " given";
    }
    return message + help;
  }

  private static List<String> optionNames(CommandLine line) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : line.getCommandSpec().options()) {
      names.add(option.longestName());
    }
    return names;
  }

  private static List<String> commandNames(CommandLine line) {
    return List.copyOf(line.getSubcommands().keySet());
  }
}

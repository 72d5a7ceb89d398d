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

  private static final Map<String, Command> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("check", new CheckCommand());
    COMMANDS.put("stages", new StagesCommand());
    COMMANDS.put("collect", new CollectCommand());
    COMMANDS.put("merge", new MergeCommand());
    COMMANDS.put("logs", new LogsCommand());
    COMMANDS.put("fix", new FixCommand());
    COMMANDS.put("scaffold", new ScaffoldCommand());
    COMMANDS.put("export", new ExportCommand());
    COMMANDS.put("baseline", new BaselineCommand());
    COMMANDS.put("init", new InitCommand());
    COMMANDS.put("config", new ConfigCommand());
    COMMANDS.put("schema", new SchemaCommand());
    COMMANDS.put("explain", new ExplainCommand());
    COMMANDS.put("rules", new RulesCommand());
    COMMANDS.put("test-rules", new TestRulesCommand());
    COMMANDS.put("hook", new HookCommand());
    COMMANDS.put("completion", new CompletionCommand());
    COMMANDS.put("man", new ManCommand());
    COMMANDS.put("help", new HelpCommand());
    COMMANDS.put("version", new VersionCommand());
  }

  private CommandTree() {}

  public static int run(String[] args, CliEnvironment cliEnvironment) throws IOException {
    ParseResult parsed = commandLine().parseArgs(args);
    ParseResult chosen = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (parsed.isVersionHelpRequested()) {
      return VersionCommand.print(cliEnvironment);
    }
    if (chosen.isUsageHelpRequested()) {
      Output.print(usage(chosen.commandSpec().commandLine()), cliEnvironment);
      return ExitCode.CLEAN;
    }
    Command command = COMMANDS.get(chosen.commandSpec().name());
    if (command != null) {
      return run(command, chosen, args, cliEnvironment);
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
    ParseResult parsed = commandLine().parseArgs(all.toArray(String[]::new));
    try {
      return command.run(parsed.subcommand(), cliEnvironment);
    } catch (UsageException e) {
      throw Defaults.explain(e, added);
    }
  }

  public static CommandLine commandLine() {
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
            "Checks the access logging of API Gateway stages in Terraform and CloudFormation code,"
                + " and of those that are deployed.")
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
    COMMANDS.forEach(
        (name, command) -> {
          CommandSpec spec = command.spec().name(name);
          Usage.describe(spec);
          line.addSubcommand(name, spec);
        });
    return line;
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

package dev.iacguard.cli.option;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.model.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Reads options from the environment where the command line does not give them: {@code
 * IAC_GUARD_FAIL_ON} sets {@code --fail-on}. Options that may be repeated have none, apart from
 * {@code --format}, whose words are separated by commas; nor have those that name a file to write.
 */
public final class Defaults {
  private static final String PREFIX = "IAC_GUARD_";

  /** Files are written only where the command line says so. */
  private static final List<String> NEVER = List.of("--output", "--prune", "--history");

  /** The variables between the launcher and its user, and between it and the program. */
  private static final List<String> OTHERS =
      List.of("IAC_GUARD_JAVA_HOME", "IAC_GUARD_JAVA_OPTS", "IAC_GUARD_LAUNCHER");

  private Defaults() {}

  /** The name of the variable that represents an option. */
  static String variable(String option) {
    return PREFIX + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  static boolean hasVariable(OptionSpec option) {
    String name = option.longestName();
    return name.startsWith("--")
        && !option.usageHelp()
        && !option.versionHelp()
        && !NEVER.contains(name)
        && (!option.isMultiValue() || name.equals("--format"));
  }

  /** What the environment adds to the arguments of the chosen command; most often nothing. */
  public static List<String> of(
      ParseResult chosen, CommandLine all, CliEnvironment cliEnvironment) {
    List<String> added = new ArrayList<>();
    for (var entry : new TreeMap<>(cliEnvironment.environment()).entrySet()) {
      String variable = entry.getKey();
      if (!variable.startsWith(PREFIX) || OTHERS.contains(variable)) {
        continue;
      }
      for (OptionSpec option : chosen.commandSpec().options()) {
        if (hasVariable(option)
            && variable(option.longestName()).equals(variable)
            && !chosen.hasMatchedOption(option)) {
          add(option, variable, entry.getValue(), added);
        }
      }
      sayWhenUnknown(variable, all, cliEnvironment);
    }
    return added;
  }

  private static void add(OptionSpec option, String variable, String value, List<String> added) {
    String name = option.longestName();
    if (option.arity().max() > 0) {
      for (String word : option.isMultiValue() ? value.split(",") : new String[] {value}) {
        if (!word.isBlank()) {
          added.add(name + "=" + word.strip());
        }
      }
      return;
    }
    switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> added.add(name);
      case "false", "no", "0", "" -> {}
      default -> throw new UsageException(variable + "=" + value + ": true or false is expected");
    }
  }

  /** A misspelt variable would leave a check weaker than somebody thinks. */
  private static void sayWhenUnknown(
      String variable, CommandLine all, CliEnvironment cliEnvironment) {
    List<String> known = new ArrayList<>();
    for (CommandLine command : all.getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (hasVariable(option)) {
          known.add(variable(option.longestName()));
        }
      }
    }
    if (!known.contains(variable)) {
      cliEnvironment.say("there is no variable " + variable + Nearest.hint(variable, known));
    }
  }

  /** The message of wrong usage, with the variable that it comes from. */
  public static UsageException explain(UsageException e, List<String> added) {
    String message = String.valueOf(e.getMessage());
    for (String argument : added) {
      String name = argument.replaceFirst("=.*", "");
      if (message.contains(name + " ") || message.contains(name + "=")) {
        return new UsageException(message + " (from " + variable(name) + ")");
      }
    }
    return e;
  }
}

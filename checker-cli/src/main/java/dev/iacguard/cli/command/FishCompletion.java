package dev.iacguard.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes a script that completes commands, options and their words in fish. */
final class FishCompletion {
  private static final String START = "complete -c " + CommandTree.NAME;

  /** Where no command is written yet. */
  private static final String TOP = "__fish_use_subcommand";

  private final List<String> lines = new ArrayList<>();

  private FishCompletion() {}

  static String of(CommandLine program) {
    FishCompletion script = new FishCompletion();
    script.lines.add("# fish completion for " + CommandTree.NAME);
    script.options(program.getCommandSpec(), TOP);
    program.getSubcommands().forEach((name, command) -> script.command(TOP, name, command));
    return String.join("\n", script.lines) + "\n";
  }

  /** A command and those inside it, such as {@code hook install}. */
  private void command(String when, String name, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    String about = first(spec.usageMessage().description());
    lines.add(START + " -n " + when + " -f -a " + name + " -d " + quoted(about));
    String seen = "'__fish_seen_subcommand_from " + name + "'";
    options(spec, seen);
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      String words = words(parameter);
      if (words != null) {
        lines.add(START + " -n " + seen + " -f -a " + quoted(words));
      }
    }
    command.getSubcommands().forEach((inner, other) -> command(seen, inner, other));
  }

  private void options(CommandSpec spec, String when) {
    for (OptionSpec option : spec.options()) {
      if (option.hidden()) {
        continue;
      }
      StringBuilder line = new StringBuilder(START + " -n " + when);
      for (String name : option.names()) {
        line.append(
            name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
      }
      if (option.arity().max() > 0) {
        String words = words(option);
        line.append(words == null ? " -r" : " -x -a " + quoted(words));
      }
      lines.add(line + " -d " + quoted(first(option.description())));
    }
  }

  /** The words that an argument may be, or null when it may be anything. */
  private static @Nullable String words(ArgSpec argument) {
    Iterable<String> candidates = argument.completionCandidates();
    if (candidates == null) {
      return null;
    }
    String words = String.join(" ", candidates);
    return words.isEmpty() ? null : words;
  }

  private static String first(String[] sentences) {
    return sentences.length == 0 ? "" : CommandLine.Help.Ansi.OFF.string(sentences[0]).strip();
  }

  /** Within single quotes, fish knows no escapes but those of the quote and the backslash. */
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}

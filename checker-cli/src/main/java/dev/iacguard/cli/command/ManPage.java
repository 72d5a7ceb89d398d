package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.Version;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the manual page in the language of man(7), from the texts of {@code --help}. */
final class ManPage {
  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  static String of(CommandLine all) {
    ManPage man = new ManPage();
    man.page.append(".TH IAC\\-GUARD 1 \"\" \"iac\\-guard ").append(escaped(Version.current()));
    man.page.append("\"\n");
    CommandSpec root = all.getCommandSpec();
    man.section("NAME");
    man.line(CommandTree.NAME + " - check the access logging of API Gateway stages");
    man.section("SYNOPSIS");
    man.line(CommandTree.NAME + " COMMAND [OPTION]... [PATH]...");
    man.section("DESCRIPTION");
    man.lines(root.usageMessage().description());
    man.section("COMMANDS");
    for (CommandLine command : all.getSubcommands().values()) {
      man.command(command.getCommandSpec());
    }
    man.section("ENVIRONMENT");
    man.line(
        "Options with one value, and --format, can be set by environment variables:"
            + " IAC_GUARD_FAIL_ON sets --fail-on. The command line wins.");
    man.tagged("IAC_GUARD_FORMAT", "Report formats, separated by commas.");
    man.tagged("IAC_GUARD_JAVA_HOME", "JDK to use instead of the newest one found.");
    man.tagged("IAC_GUARD_JAVA_OPTS", "Additional JVM options, such as -Xmx4g.");
    man.tagged("NO_COLOR, CLICOLOR_FORCE, FORCE_HYPERLINK", "Colours and links in text.");
    man.section("EXIT STATUS");
    man.tagged("0", "Nothing at or above the threshold.");
    man.tagged("1", "Findings.");
    man.tagged("2", "Wrong usage or configuration.");
    man.tagged("3", "Some input could not be analysed; the rest was, and is reported.");
    man.tagged("4", "Internal error.");
    man.tagged("130", "Ended by Ctrl-C.");
    return man.page.toString();
  }

  private void command(CommandSpec command) {
    page.append(".SS ").append(escaped(command.name())).append('\n');
    lines(command.usageMessage().description());
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      tagged(parameter.paramLabel(), String.join(" ", parameter.description()));
    }
    for (OptionSpec option : command.options()) {
      if (!option.usageHelp()) {
        tagged(
            String.join(", ", option.names())
                + (option.arity().max() > 0 ? " " + option.paramLabel() : ""),
            String.join(" ", option.description()));
      }
    }
    examples(List.of(command.usageMessage().footer()));
  }

  private void examples(List<String> footer) {
    page.append(".PP\n.nf\n");
    footer.stream().filter(line -> !line.isEmpty()).forEach(this::line);
    page.append(".fi\n");
  }

  private void section(String title) {
    page.append(".SH ").append(title).append('\n');
  }

  private void tagged(String tag, String text) {
    page.append(".TP\n.B ").append(escaped(tag)).append('\n');
    line(text);
  }

  private void lines(String... lines) {
    for (String line : lines) {
      if (!line.isEmpty()) {
        line(line);
      }
    }
  }

  private void line(String text) {
    page.append(escaped(text)).append('\n');
  }

  /** A point or an apostrophe at the start of a line would be a request. */
  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}

package dev.iacguard.cli;

import dev.iacguard.cli.report.Style;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How a report is to look and where it goes.
 *
 * @param file null for standard output
 */
record ReportOptions(
    Format format, @Nullable Path file, Style style, boolean quiet, boolean verbose) {

  /** The forms of a report. */
  enum Format {
    TEXT,
    JSON
  }

  private enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  static void addTo(CommandSpec spec) {
    spec.addOption(
            Options.word("--format", Format.values())
                .description("The form of the report. Default: text.")
                .build())
        .addOption(
            Options.text("--output", "FILE")
                .description("Write the report to a file, which is replaced as a whole.")
                .build())
        .addOption(
            Options.word("--color", Colour.values())
                .description(
                    "Colours in text. Default: auto, on a terminal unless NO_COLOR is set.")
                .build())
        .addOption(
            Options.flag("--quiet")
                .description("No progress, and in text nothing but what was found.")
                .build())
        .addOption(
            Options.flag("--verbose")
                .description("List what exceptions cover; say on standard error what is read.")
                .build());
  }

  static ReportOptions of(ParseResult arguments, Surroundings surroundings) {
    @Nullable Path file =
        Output.file(arguments.matchedOptionValue("--output", (String) null), surroundings);
    Colour colour = Options.word(arguments, "--color", Colour.values(), Colour.AUTO);
    return new ReportOptions(
        Options.word(arguments, "--format", Format.values(), Format.TEXT),
        file,
        isColoured(colour, file, surroundings) ? Style.COLOURED : Style.PLAIN,
        Options.given(arguments, "--quiet"),
        Options.given(arguments, "--verbose"));
  }

  /** {@code --color} wins over NO_COLOR, that over CLICOLOR_FORCE, and that over the terminal. */
  private static boolean isColoured(Colour colour, @Nullable Path file, Surroundings surroundings) {
    return switch (colour) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        String force = surroundings.variable("CLICOLOR_FORCE");
        boolean forced = !force.isEmpty() && !force.equals("0");
        boolean terminal =
            file == null
                && surroundings.outIsTerminal()
                && !surroundings.variable("TERM").equals("dumb");
        yield surroundings.variable("NO_COLOR").isEmpty() && (forced || terminal);
      }
    };
  }
}

package dev.iacguard.cli.option;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.Terminal;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options for the format and destination of reports.
 *
 * @param <F> the formats of the command
 * @param targets at least one, at most one of them standard output
 */
public record ReportOptions<F extends Enum<F>>(
    List<Target<F>> targets, boolean quiet, boolean verbose) {

  /**
   * One report.
   *
   * @param file null for standard output
   */
  public record Target<F>(F format, @Nullable Path file, Style style) {}

  private enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  public static <F extends Enum<F>> void addTo(CommandSpec spec, F[] formats) {
    addFormatsTo(spec, formats);
    spec.addOption(
        Options.flag("--verbose")
            .description("List suppressed findings; print the files read to standard error.")
            .build());
  }

  /** Those of a command that has no findings of its own. */
  public static <F extends Enum<F>> void addFormatsTo(CommandSpec spec, F[] formats) {
    List<String> words = Options.words(formats);
    spec.addOption(
            Options.repeatable("--format", "FORMAT[=FILE]")
                .completionCandidates(words)
                .description(
                    "Format of the report: "
                        + String.join(", ", words)
                        + ". Default: text. May be repeated, each with its own file.")
                .build())
        .addOption(
            Options.text("--output", "FILE")
                .description("Write the report to a file, replacing it.")
                .build())
        .addOption(
            Options.word("--color", Colour.values())
                .description(
                    "Use colours in text. Default: auto (on a terminal, unless NO_COLOR is set).")
                .build())
        .addOption(
            Options.flag("--quiet")
                .description("Print no progress and, in text, only the findings.")
                .build());
  }

  public static <F extends Enum<F>> ReportOptions<F> of(
      ParseResult arguments, F[] formats, CliEnvironment cliEnvironment) {
    Colour colour = Options.word(arguments, "--color", Colour.values(), Colour.AUTO);
    @Nullable String output = arguments.matchedOptionValue("--output", (String) null);
    List<String> given = arguments.matchedOptionValue("--format", List.of("text"));
    List<Target<F>> targets = new ArrayList<>();
    for (String form : given) {
      int equals = form.indexOf('=');
      String word = equals < 0 ? form : form.substring(0, equals);
      @Nullable Path file =
          equals < 0
              ? null
              : Output.file("--format " + form, form.substring(equals + 1), cliEnvironment);
      if (file == null && output != null) {
        file = Output.file("--output " + output, output, cliEnvironment);
        output = null;
      }
      targets.add(
          new Target<>(
              Options.word("--format", word, formats), file, style(colour, file, cliEnvironment)));
    }
    if (output != null) {
      throw new UsageException("--output " + output + ": every --format needs its own file");
    }
    refuseSharing(targets);
    return new ReportOptions<>(
        List.copyOf(targets),
        Options.given(arguments, "--quiet"),
        Options.given(arguments, "--verbose"));
  }

  /**
   * Writes every report, also those after one that cannot be written.
   *
   * @param found what the reports say
   * @param code what the run ends with when all can be
   * @return what it ends with
   */
  public <T> int write(
      T found,
      int code,
      CliEnvironment cliEnvironment,
      Function<Target<F>, ReportWriter<T>> writers) {
    int end = code;
    for (Target<F> target : targets) {
      ReportWriter<T> writer = writers.apply(target);
      try {
        Output.write(target.file, cliEnvironment, out -> writer.write(found, out));
      } catch (IOException e) {
        String place = target.file == null ? "" : " to " + target.file;
        cliEnvironment.say("the report cannot be written" + place + ": " + Output.unwritable(e));
        end = ExitCode.INTERNAL_ERROR;
      }
    }
    return end;
  }

  private static void refuseSharing(List<? extends Target<?>> targets) {
    List<String> places = new ArrayList<>();
    for (Target<?> target : targets) {
      String place = target.file == null ? "standard output" : target.file.toString();
      if (places.contains(place)) {
        throw new UsageException(
            "two reports would go to "
                + place
                + "; give each --format a file: --format sarif=FILE");
      }
      places.add(place);
    }
  }

  private static Style style(Colour colour, @Nullable Path file, CliEnvironment cliEnvironment) {
    Style style = isColoured(colour, file, cliEnvironment) ? Style.COLOURED : Style.PLAIN;
    return file == null && cliEnvironment.outIsTerminal()
        ? Terminal.fit(style, cliEnvironment)
        : style;
  }

  /** {@code --color} wins over NO_COLOR, that over FORCE_COLOR, and that over the terminal. */
  private static boolean isColoured(
      Colour colour, @Nullable Path file, CliEnvironment cliEnvironment) {
    return switch (colour) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        boolean forced =
            isOn(cliEnvironment.variable("FORCE_COLOR"))
                || isOn(cliEnvironment.variable("CLICOLOR_FORCE"));
        boolean terminal =
            file == null
                && cliEnvironment.outIsTerminal()
                && !cliEnvironment.variable("TERM").equals("dumb");
        yield cliEnvironment.variable("NO_COLOR").isEmpty() && (forced || terminal);
      }
    };
  }

  private static boolean isOn(String variable) {
    return !variable.isEmpty() && !variable.equals("0") && !variable.equals("false");
  }
}

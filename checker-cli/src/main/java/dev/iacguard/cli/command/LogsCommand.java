package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.option.ReportOptions;
import dev.iacguard.cli.report.logs.LogReport;
import dev.iacguard.cli.run.LogsRun;
import dev.iacguard.cli.run.StageLayout;
import dev.iacguard.core.logs.LogLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard logs}: measures samples of access logs. */
final class LogsCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Measures samples of access logs: bytes per request, empty fields, errors and"
                + " latency by route and hour, and what the log costs. Of the lines, the report"
                + " shows only names of fields and routes.",
            "")
        .footer(
            "",
            "Examples:",
            "  iac-guard logs sample.ndjson.gz",
            "  iac-guard logs events.json --stage prod --code infra",
            "  aws logs filter-log-events --log-group-name /api/orders | iac-guard logs -",
            "",
            "Exit codes: 0 all lines were read, 2 wrong usage, 3 some could not be read.");
    spec.addPositional(
            PositionalParamSpec.builder()
                .paramLabel("FILE")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                    "Log lines or exports of CloudWatch Logs, plain or gzip-compressed; '-'"
                        + " reads standard input.")
                .build())
        .addOption(
            Options.text("--stage", "NAME")
                .description("Use the format of the stage with this name or address in the code.")
                .build())
        .addOption(
            Options.text("--code", "DIR")
                .description(
                    "Directory with the code of the stage. Default: the current directory.")
                .build())
        .addOption(
            Options.text("--log-format", "FORMAT")
                .description(
                    "Format of the lines: json, clf, csv, or the format as the stage declares"
                        + " it ('$$context.status,...'). Default: detected.")
                .build())
        .addOption(
            Options.text("--requests-per-month", "NUMBER")
                .description(
                    "Report the cost of a month with this many requests. Default: the number in"
                        + " the policy, or else the cost of a million requests.")
                .build());
    InputSpecs.addPolicyTo(spec);
    ReportOptions.addFormatsTo(spec, LogsFormat.values());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) {
    ReportOptions<LogsFormat> options =
        ReportOptions.of(arguments, LogsFormat.values(), cliEnvironment);
    @Nullable String stage = arguments.matchedOptionValue("--stage", (String) null);
    @Nullable String format = arguments.matchedOptionValue("--log-format", (String) null);
    @Nullable String code = arguments.matchedOptionValue("--code", (String) null);
    if (stage != null && format != null) {
      throw new UsageException("--log-format " + format + ": cannot be combined with --stage");
    }
    if (stage == null && code != null) {
      throw new UsageException("--code " + code + ": needs --stage");
    }
    InputOptions input = InputOptions.of(arguments, List.of(code == null ? "." : code));
    LogReport report =
        LogsRun.run(
            arguments.matchedPositionalValue(0, List.of()),
            stage == null ? layout(format) : StageLayout.of(stage, input, cliEnvironment),
            stage,
            requests(arguments),
            input,
            cliEnvironment);
    return options.write(
        report,
        report.leavesInputUnread() ? ExitCode.UNREAD_INPUT : ExitCode.CLEAN,
        cliEnvironment,
        target -> target.format().writer(target.style(), options.quiet()));
  }

  private static LogLayout layout(@Nullable String format) {
    if (format == null) {
      return LogLayout.RECOGNISED;
    }
    if (Arrays.stream(LogLayout.Kind.values())
        .anyMatch(kind -> kind.name().toLowerCase(Locale.ROOT).equals(format))) {
      return LogLayout.of(LogLayout.Kind.valueOf(format.toUpperCase(Locale.ROOT)));
    }
    @Nullable LogLayout layout = LogLayout.of(format);
    if (layout == null) {
      throw new UsageException(
          "--log-format "
              + format
              + ": json, clf, csv or a format with variables and something between them is"
              + " expected");
    }
    return layout;
  }

  private static @Nullable Long requests(ParseResult arguments) {
    @Nullable String given = arguments.matchedOptionValue("--requests-per-month", (String) null);
    if (given == null) {
      return null;
    }
    if (!given.matches("[1-9][0-9]{0,14}")) {
      throw new UsageException("--requests-per-month " + given + ": a whole number is expected");
    }
    return Long.valueOf(given);
  }
}

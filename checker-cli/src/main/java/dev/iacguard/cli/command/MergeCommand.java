package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.merge.Day;
import dev.iacguard.cli.merge.GroupTags;
import dev.iacguard.cli.merge.HistoryFile;
import dev.iacguard.cli.merge.MergeRun;
import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.merge.ReportStatus;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.option.ReportOptions;
import dev.iacguard.cli.report.merge.MergeWords;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard merge}: makes one report of many. */
final class MergeCommand implements Command {
  private static final int MOST_SAID = 10;
  private static final List<String> TEAM = List.of("Team", "Owner");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Merges JSON reports of 'check' and 'stages', one or two for each repository, into"
                + " one report.",
            "")
        .footer(
            "",
            "Examples:",
            "  iac-guard merge reports",
            "  iac-guard merge reports/*.json --format html --output estate.html",
            "  iac-guard merge reports --history history.ndjson --format html=estate.html",
            "  iac-guard merge reports --format ndjson --output stages.ndjson",
            "",
            "Exit codes: 0 all reports were read, 2 wrong usage, 3 some could not be read.");
    spec.addPositional(
            PositionalParamSpec.builder()
                .paramLabel("PATH")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Reports, or directories with reports (*.json).")
                .build())
        .addOption(
            Options.repeatable("--team-tag", "KEY")
                .description(
                    "Tag that names the team of a stage. May be repeated; the first that a"
                        + " stage has wins. Default: Team, then Owner.")
                .build())
        .addOption(
            Options.repeatable("--environment-tag", "KEY")
                .description(
                    "Tag that names the environment of a stage. May be repeated. Default: the"
                        + " environment in the report.")
                .build())
        .addOption(
            Options.text("--history", "FILE")
                .description(
                    "Add the figures of the day to this file, and report how they develop. The"
                        + " file is created if missing; an existing entry for the day is"
                        + " replaced.")
                .build())
        .addOption(
            Options.text("--date", "DATE")
                .description("Day of the reports (2026-11-29). Default: today.")
                .build());
    ReportOptions.addFormatsTo(spec, MergeFormat.values());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    ReportOptions<MergeFormat> options =
        ReportOptions.of(arguments, MergeFormat.values(), cliEnvironment);
    GroupTags tags =
        new GroupTags(
            arguments.matchedOptionValue("--team-tag", TEAM),
            arguments.matchedOptionValue("--environment-tag", List.of()));
    @Nullable String historyName = arguments.matchedOptionValue("--history", (String) null);
    @Nullable HistoryFile history =
        historyName == null ? null : HistoryFile.of("--history", historyName, cliEnvironment);
    List<String> paths = arguments.matchedPositionalValue(0, List.of());
    Merged merged =
        MergeRun.run(paths, tags, date(arguments, cliEnvironment.today()), cliEnvironment);
    if (history != null) {
      merged = history.append(merged);
    }
    boolean unread = merged.count(ReportStatus.Status.UNREADABLE) > 0;
    sayUnreadable(merged, cliEnvironment);
    return options.write(
        merged,
        unread ? ExitCode.UNREAD_INPUT : ExitCode.CLEAN,
        cliEnvironment,
        target -> target.format().writer(target.style(), options.quiet()));
  }

  /** Rows have no place for it. */
  private static void sayUnreadable(Merged merged, CliEnvironment cliEnvironment) {
    List<String> lines = MergeWords.unreadable(merged);
    for (String line : lines.subList(0, Math.min(MOST_SAID, lines.size()))) {
      cliEnvironment.say(line);
    }
    if (lines.size() > MOST_SAID) {
      cliEnvironment.say("and " + (lines.size() - MOST_SAID) + " more reports");
    }
  }

  private static LocalDate date(ParseResult arguments, LocalDate today) {
    @Nullable String given = arguments.matchedOptionValue("--date", (String) null);
    @Nullable LocalDate day = given == null ? today : Day.of(given);
    if (day == null) {
      throw new UsageException("--date " + given + ": a date such as 2026-11-29 is expected");
    }
    return day;
  }
}

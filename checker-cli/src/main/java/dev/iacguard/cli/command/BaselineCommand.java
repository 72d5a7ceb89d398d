package dev.iacguard.cli.command;

import dev.iacguard.cli.baseline.BaselineFile;
import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.run.Analysis;
import dev.iacguard.core.engine.baseline.BaselineComparison;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.engine.baseline.ProblemBaseline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard baseline}: records the findings of today. */
final class BaselineCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Records today's findings, so that 'check --baseline' reports only new or worse"
                + " ones.",
            "")
        .footer(
            "",
            "Examples:",
            "  iac-guard baseline --output iac-guard-baseline.json",
            "  iac-guard check --baseline iac-guard-baseline.json",
            "  iac-guard baseline --prune iac-guard-baseline.json");
    InputSpecs.addTo(spec);
    return spec.addOption(
            Options.text("--output", "FILE").description("Write to a file, replacing it.").build())
        .addOption(
            Options.text("--prune", "FILE")
                .description("Remove fixed findings from a baseline; add none.")
                .build())
        .addOption(Options.flag("--quiet").description("Print no progress.").build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    @Nullable String output = arguments.matchedOptionValue("--output", (String) null);
    @Nullable String prune = arguments.matchedOptionValue("--prune", (String) null);
    if (output != null && prune != null) {
      throw new UsageException("--prune rewrites its own file; remove --output");
    }
    String option = prune == null ? "--output" : "--prune";
    String name = prune == null ? output : prune;
    @Nullable Path file =
        name == null ? null : Output.file(option + " " + name, name, cliEnvironment);
    @Nullable List<BaselineFinding> before =
        prune == null ? null : BaselineFile.read("--prune", prune, cliEnvironment);
    Report report =
        Analysis.run(
            InputOptions.of(arguments),
            Options.given(arguments, "--quiet"),
            false,
            before,
            null,
            cliEnvironment);
    @Nullable BaselineComparison baselineComparison = report.review().baselineComparison();
    List<BaselineFinding> findings =
        baselineComparison == null ? known(report) : baselineComparison.kept();
    Output.write(file, cliEnvironment, out -> BaselineFile.write(findings, out));
    boolean unread =
        prune == null
            ? report.problems().stream()
                .anyMatch(
                    problem ->
                        problem.leavesInputUnread() && !ProblemBaseline.records(problem.rule()))
            : report.leavesInputUnread();
    return unread ? ExitCode.UNREAD_INPUT : ExitCode.CLEAN;
  }

  /** What is found today, and what could not be read. */
  private static List<BaselineFinding> known(Report report) {
    UnaryOperator<String> inTree = report.review().inTree();
    List<BaselineFinding> known = new ArrayList<>();
    report.findings().forEach(finding -> known.add(BaselineFinding.of(finding, inTree)));
    known.addAll(ProblemBaseline.of(report.problems(), inTree));
    return known;
  }
}

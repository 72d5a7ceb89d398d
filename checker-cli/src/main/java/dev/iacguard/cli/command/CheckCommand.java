package dev.iacguard.cli.command;

import dev.iacguard.cli.baseline.BaselineFile;
import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.GivenTags;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.option.ReportOptions;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.run.Analysis;
import dev.iacguard.cli.run.ExitPolicy;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.rule.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard check}: reports findings with place and reason. */
final class CheckCommand implements Command {

  /** The words of {@code --fail-on}, from the strictest to none at all. */
  private enum FailOn {
    NOTE(Severity.NOTE),
    WARNING(Severity.WARNING),
    ERROR(Severity.ERROR),
    NEVER(Severity.OFF);

    private final Severity threshold;

    FailOn(Severity threshold) {
      this.threshold = threshold;
    }
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Checks every API Gateway stage and reports what is wrong, why and where.", "")
        .footer(
            "",
            "Examples:",
            "  iac-guard check infra",
            "  iac-guard check infra template.yaml --fail-on warning --fail-on-unknown",
            "  iac-guard check infra --var-file prod.tfvars --var log_days=30",
            "  iac-guard check . --format json --output report.json",
            "  iac-guard check . --format text --format sarif=report.sarif");
    InputSpecs.addTo(spec);
    InputSpecs.addStatesTo(spec);
    ReportOptions.addTo(spec, CheckFormat.values());
    GivenTags.addTo(spec);
    return spec.addOption(
            Options.word("--fail-on", FailOn.values())
                .description("Exit with 1 at this severity or above. Default: error.")
                .build())
        .addOption(
            Options.flag("--fail-on-unknown")
                .description("Also fail when a verdict is unknown.")
                .build())
        .addOption(
            Options.flag("--suggest")
                .description(
                    "Add the edits of 'iac-guard fix' to the SARIF report. Takes about twice as"
                        + " long.")
                .build())
        .addOption(
            Options.text("--baseline", "FILE")
                .description(
                    "Report only findings that are new or worse than in the file that"
                        + " 'iac-guard baseline' wrote.")
                .build());
  }

  /** Whether a report has the code that fixes findings. */
  private static boolean suggests(ParseResult arguments, ReportOptions<CheckFormat> options) {
    List<CheckFormat> formats =
        options.targets().stream().map(ReportOptions.Target::format).toList();
    boolean asked = Options.given(arguments, "--suggest");
    if (asked && !formats.contains(CheckFormat.SARIF)) {
      throw new UsageException("--suggest needs --format sarif");
    }
    boolean suggests = asked || formats.contains(CheckFormat.SUGGESTIONS);
    if (!suggests && !GivenTags.of(arguments).values().isEmpty()) {
      throw new UsageException("--set needs --suggest or --format suggestions");
    }
    return suggests;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) {
    ReportOptions<CheckFormat> options =
        ReportOptions.of(arguments, CheckFormat.values(), cliEnvironment);
    FailOn failOn = Options.word(arguments, "--fail-on", FailOn.values(), FailOn.ERROR);
    ExitPolicy exitPolicy =
        new ExitPolicy(failOn.threshold, Options.given(arguments, "--fail-on-unknown"));
    String baseline = arguments.matchedOptionValue("--baseline", (String) null);
    @Nullable List<BaselineFinding> before =
        baseline == null ? null : BaselineFile.read("--baseline", baseline, cliEnvironment);
    InputOptions input = InputOptions.of(arguments);
    if (baseline != null && input.revision().diffBase() != null) {
      throw new UsageException("--baseline and --diff-base cannot be combined");
    }
    Report report =
        Analysis.run(
            input,
            options.quiet(),
            options.verbose(),
            before,
            suggests(arguments, options) ? GivenTags.of(arguments) : null,
            cliEnvironment);
    return options.write(
        report,
        exitPolicy.exitCode(report),
        cliEnvironment,
        target -> target.format().writer(target.style(), options, exitPolicy, cliEnvironment));
  }
}

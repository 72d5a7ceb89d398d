package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.SourceReplacement;
import dev.iacguard.cli.git.UnifiedDiff;
import dev.iacguard.cli.option.GivenTags;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.run.FixRun;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.fix.FixResult;
import dev.iacguard.core.model.Problem;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard fix}: edits the code until findings are gone. */
final class FixCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Fixes findings in Terraform code and in templates. Prints the changes as a diff;"
                + " with --write it changes the files.",
            "A change is kept only if its finding is gone and no other verdict got worse.",
            "")
        .footer(
            "",
            "Examples:",
            "  iac-guard fix infra                                   show the changes",
            "  iac-guard fix infra --set Owner=payments --write      make them",
            "  iac-guard fix infra --rule IG101 --rule IG201         only findings of these rules",
            "  iac-guard fix infra > changes.diff && git apply changes.diff",
            "",
            "Exit codes: 0 nothing is left to fix, 1 some findings remain, 2 wrong usage, 3 some",
            "input could not be analysed or written.");
    InputSpecs.addTo(spec);
    GivenTags.addTo(spec);
    return spec.addOption(
            Options.repeatable("--rule", "ID")
                .description("Fix only findings of this rule. May be repeated.")
                .build())
        .addOption(Options.flag("--write").description("Change the files.").build());
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    List<String> rules = arguments.matchedOptionValue("--rule", List.of());
    FixRun.Fixed fixed =
        FixRun.run(InputOptions.of(arguments), rules, GivenTags.of(arguments), cliEnvironment);
    boolean write = Options.given(arguments, "--write");
    boolean complete = true;
    StringBuilder diff = new StringBuilder();
    for (FixRun.Edited edited : fixed.files()) {
      @Nullable SourceReplacement replacement =
          SourceReplacement.of(edited.file(), edited.text().before(), edited.text().after());
      @Nullable String problem = SourceReplacement.CHANGED;
      if (replacement != null) {
        diff.append(UnifiedDiff.of(edited.shown(), replacement.before(), replacement.after()));
        problem = write ? replacement.write() : null;
      }
      if (problem != null) {
        cliEnvironment.say(edited.shown() + " " + problem);
        complete = false;
      }
    }
    if (!write) {
      // A terminal would obey what a file holds; a patch has to hold it.
      String text = diff.toString();
      Output.print(cliEnvironment.outIsTerminal() ? Printable.lines(text) : text, cliEnvironment);
    }
    report(fixed.result(), write, cliEnvironment);
    boolean unread =
        fixed.result().before().result().problems().stream().anyMatch(Problem::leavesInputUnread);
    if (unread || !complete) {
      return ExitCode.UNREAD_INPUT;
    }
    return fixed.result().withheld().isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  static String shown(ReportedFinding finding) {
    return "%s %s %s"
        .formatted(
            finding.verdict().rule().id(), finding.finding().at(), finding.finding().message());
  }

  private static void report(FixResult result, boolean write, CliEnvironment cliEnvironment) {
    Set<String> lines = new LinkedHashSet<>(WithheldLines.of(result.withheld()));
    Set<String> withheld = new HashSet<>();
    result.withheld().forEach(each -> withheld.add(each.finding().fingerprint()));
    for (ReportedFinding each : result.revealed()) {
      if (!withheld.contains(each.fingerprint())) {
        lines.add("new: " + shown(each));
      }
    }
    lines.forEach(line -> cliEnvironment.say(Printable.line(line)));
    int files = result.texts().size();
    cliEnvironment.say(
        "%s %d finding%s with %d edit%s in %d file%s; %d not fixed"
            .formatted(
                write ? "fixed" : "would fix",
                result.fixed().size(),
                result.fixed().size() == 1 ? "" : "s",
                result.edits(),
                result.edits() == 1 ? "" : "s",
                files,
                files == 1 ? "" : "s",
                result.withheld().size()));
    if (result.untried() > 0) {
      cliEnvironment.say(
          FixRun.untried(
              result.untried() + (result.untried() == 1 ? " of these was" : " of these were"),
              write ? "it again, name fewer paths" : "it for fewer paths"));
    }
  }
}

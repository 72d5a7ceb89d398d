package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.report.rules.RulePageReport;
import dev.iacguard.cli.report.rules.ShownRule;
import dev.iacguard.cli.run.InstalledRules;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.rule.RuleInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard explain IG101}: the page of a rule. */
final class ExplainCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Prints what a rule finds, why it matters, good code, and its settings in the"
                + " policy.",
            "")
        .footer(
            "",
            "Examples:",
            "  iac-guard explain IG101",
            "  iac-guard explain stage-without-access-log",
            "  iac-guard explain IG202 infra/dev --stage test");
    spec.addPositional(
        Options.argument("RULE", "1")
            .required(true)
            .completionCandidates(
                () -> InstalledRules.pack().rules().stream().map(RuleInfo::id).iterator())
            .description("Id or name of a rule; 'iac-guard rules' lists them.")
            .build());
    InputSpecs.addPolicyTo(spec, "1", "Path whose policy applies. Default: the current directory.");
    ShownPolicy.addStageTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    String word = arguments.matchedPositionalValue(0, "");
    ShownPolicy policy =
        ShownPolicy.of(
            InputOptions.of(arguments, arguments.matchedPositionalValue(1, List.of())),
            arguments,
            cliEnvironment);
    List<String> ruleIds = new ArrayList<>();
    for (ShownRule shown : policy.rules()) {
      RuleInfo rule = shown.rule();
      if (rule.id().equalsIgnoreCase(word) || rule.name().equals(word)) {
        String page = Objects.requireNonNull(policy.pack().page(rule.id()));
        Output.write(
            null, cliEnvironment, out -> RulePageReport.write(shown, page, policy.settings(), out));
        return ExitCode.CLEAN;
      }
      ruleIds.add(rule.id());
      ruleIds.add(rule.name());
    }
    String hint = Nearest.hint(word, ruleIds);
    throw new UsageException(
        "unknown rule '" + word + "'" + (hint.isEmpty() ? "; see 'iac-guard rules'" : hint));
  }
}

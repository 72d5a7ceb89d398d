package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.InputSpecs;
import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.run.PolicyChoice;
import dev.iacguard.cli.run.ResolvedInput;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.RuleTestResult;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iac-guard test-rules}: runs the tests that a policy has beside its own rules. */
final class TestRulesCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Runs the tests of the custom rules in a policy.", "")
        .footer(
            "",
            "Examples:",
            "  iac-guard test-rules",
            "  iac-guard test-rules --config policies/production.yaml",
            "",
            "Exit codes: 0 all passed, 1 some failed, 2 invalid policy.");
    InputSpecs.addPolicyTo(
        spec, "0", "Where to look for the policy. Default: the current directory.");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException {
    InputOptions options = InputOptions.of(arguments);
    PolicyResult.Ready policy =
        PolicyChoice.of(options.policy().file(), ResolvedInput.of(options, cliEnvironment));
    StringBuilder said = new StringBuilder();
    int failed = 0;
    List<RuleTestResult> results = policy.pack().testRules();
    for (RuleTestResult result : results) {
      failed += result.passed() ? 0 : 1;
      said.append(line(result));
    }
    said.append(summary(results.size(), failed));
    Output.print(said.toString(), cliEnvironment);
    return failed == 0 ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static String line(RuleTestResult result) {
    String name = result.rule() + ": " + result.test();
    if (result.passed()) {
      return "passed  " + Printable.line(name) + "\n";
    }
    String message = result.message().isEmpty() ? "" : ": " + result.message();
    return "failed  "
        + Printable.line(name)
        + "\n        "
        + Printable.line(
            result.at()
                + " wants "
                + result.expected().label()
                + ", the rule returned "
                + result.actual().label()
                + message)
        + "\n";
  }

  private static String summary(int tests, int failed) {
    return tests == 0
        ? "no custom rule has a test\n"
        : tests + (tests == 1 ? " test, " : " tests, ") + failed + " failed\n";
  }
}

package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.option.Options;
import dev.iacguard.cli.report.rules.ShownRule;
import dev.iacguard.cli.run.InstalledRules;
import dev.iacguard.cli.run.PolicyChoice;
import dev.iacguard.cli.run.ResolvedInput;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.RulePack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Resolves the policy that a command shows.
 *
 * @param pack the rules under it
 * @param settings what its files say together of the path and the stage that were named
 */
record ShownPolicy(RulePack pack, Mapping settings) {

  static void addStageTo(CommandSpec spec) {
    spec.addOption(
        Options.text("--stage", "NAME")
            .description("Show the policy for the stage with this name.")
            .build());
  }

  /**
   * The policy that holds for the one path of the options.
   *
   * @param arguments those that may hold {@code --stage}
   */
  static ShownPolicy of(
      InputOptions options, ParseResult arguments, CliEnvironment cliEnvironment) {
    if (options.paths().size() > 1) {
      throw new UsageException("give one path only: the policy may differ from path to path");
    }
    ResolvedInput resolvedInput = ResolvedInput.of(options, cliEnvironment);
    PolicyResult.Ready policy = PolicyChoice.shown(options.policy().file(), resolvedInput);
    @Nullable String stage = arguments.matchedOptionValue("--stage", (String) null);
    List<String> named = resolvedInput.named();
    String stack = named.isEmpty() ? "." : resolvedInput.tree().shown(named.get(0));
    return new ShownPolicy(
        policy.pack(), Objects.requireNonNull(policy.settings()).of(stack, stage));
  }

  /** Every rule, those of the policy's own among them. */
  List<ShownRule> rules() {
    Map<String, RuleInfo> builtIn = new HashMap<>();
    InstalledRules.pack().rules().forEach(rule -> builtIn.put(rule.id(), rule));
    return pack.rules().stream()
        .map(
            rule ->
                ShownRule.of(
                    builtIn.getOrDefault(rule.id(), rule),
                    String.valueOf(pack.page(rule.id())),
                    !builtIn.containsKey(rule.id()),
                    settings))
        .toList();
  }
}

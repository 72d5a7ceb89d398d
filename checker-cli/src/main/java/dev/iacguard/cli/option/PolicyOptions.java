package dev.iacguard.cli.option;

import dev.iacguard.cli.environment.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * The options that select the policy and who may make exceptions from it.
 *
 * @param file the policy file; null when it is to be found
 * @param fromBase whether the policy is the one of the revision that a change starts from
 * @param noInlineIgnores whether ignore comments in the code are disregarded
 */
public record PolicyOptions(@Nullable String file, boolean fromBase, boolean noInlineIgnores) {

  static PolicyOptions of(ParseResult arguments, RevisionOptions revision) {
    boolean fromBase = Options.given(arguments, "--policy-from-base");
    if (fromBase && !revision.compares()) {
      throw new UsageException("--policy-from-base needs --diff-base or --staged");
    }
    return new PolicyOptions(
        arguments.matchedOptionValue("--config", (String) null),
        fromBase,
        Options.given(arguments, "--no-inline-ignores"));
  }
}

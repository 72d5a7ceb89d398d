package dev.iacguard.cli.option;

import dev.iacguard.cli.environment.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * The options that select the state of the code to read, where that is not what is on disk.
 *
 * @param staged whether what is staged is read
 * @param all whether existing findings are reported as well
 * @param diffBase the revision to compare with, or null
 */
public record RevisionOptions(boolean staged, boolean all, @Nullable String diffBase) {

  static RevisionOptions of(ParseResult arguments) {
    boolean staged = Options.given(arguments, "--staged");
    @Nullable String diffBase = arguments.matchedOptionValue("--diff-base", (String) null);
    if (staged && diffBase != null) {
      throw new UsageException("--staged and --diff-base cannot be combined");
    }
    boolean all = Options.given(arguments, "--all");
    if (all && !staged) {
      throw new UsageException("--all needs --staged; without --staged everything is reported");
    }
    return new RevisionOptions(staged, all, diffBase);
  }

  /** Whether there is an earlier state to compare with. */
  boolean compares() {
    return staged || diffBase != null;
  }
}

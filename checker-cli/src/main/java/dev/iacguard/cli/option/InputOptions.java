package dev.iacguard.cli.option;

import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.model.WorkBudget;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * The options that select the input, as the user wrote them.
 *
 * @param root null when it is to be found
 * @param exclude patterns for paths, from the current folder, that are not to be read
 * @param noIgnore whether files that git ignores are looked at too
 * @param workFactor how many times the usual work is allowed
 * @param deployed files and folders with exports of what is deployed
 */
public record InputOptions(
    List<String> paths,
    @Nullable String root,
    List<String> exclude,
    boolean noIgnore,
    ValueOptions values,
    RevisionOptions revision,
    PlanOptions plan,
    PolicyOptions policy,
    int workFactor,
    List<String> deployed) {

  /**
   * The options about plans and states.
   *
   * @param files files that have to be plans or states
   * @param source the folder with their code; null when it is to be found
   * @param changedOnly whether only what a plan changes is judged
   */
  public record PlanOptions(List<String> files, @Nullable String source, boolean changedOnly) {}

  public static InputOptions of(ParseResult arguments) {
    return of(arguments, arguments.matchedPositionalValue(0, List.of()));
  }

  public static InputOptions of(ParseResult arguments, List<String> paths) {
    RevisionOptions revision = RevisionOptions.of(arguments);
    List<String> plans = arguments.matchedOptionValue("--plan", List.of());
    return new InputOptions(
        paths.isEmpty() && plans.isEmpty() ? List.of(".") : paths,
        arguments.matchedOptionValue("--root", (String) null),
        arguments.matchedOptionValue("--exclude", List.of()),
        Options.given(arguments, "--no-ignore"),
        ValueOptions.of(arguments),
        revision,
        new PlanOptions(
            plans,
            arguments.matchedOptionValue("--source", (String) null),
            Options.given(arguments, "--changed-only")),
        PolicyOptions.of(arguments, revision),
        workFactor(arguments.matchedOptionValue(WorkBudget.OPTION, "1")),
        arguments.matchedOptionValue("--deployed", List.of()));
  }

  private static int workFactor(String written) {
    if (!written.matches("[1-9][0-9]{0,2}|1000")) {
      throw new UsageException(
          WorkBudget.OPTION + " " + written + ": a whole number from 1 to 1000 is expected");
    }
    return Integer.parseInt(written);
  }

  /** The same under a policy file. */
  public InputOptions under(String file) {
    return new InputOptions(
        paths,
        root,
        exclude,
        noIgnore,
        values,
        revision,
        plan,
        new PolicyOptions(file, policy.fromBase(), policy.noInlineIgnores()),
        workFactor,
        deployed);
  }
}

package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.model.BoundedRegex;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.rule.pack.StageRequirements;
import dev.iacguard.core.scaffold.ScaffoldApi;
import dev.iacguard.core.scaffold.ScaffoldRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds out what new code needs under the policy. */
public final class ScaffoldRun {
  private static final int LONGEST_VALUE = 256;

  private ScaffoldRun() {}

  /**
   * @param options their one path is where the policy is looked for
   * @param folder where the code will be, relative to the current folder
   * @param given values of tags by key
   */
  public static ScaffoldRequest request(
      InputOptions options,
      String folder,
      ScaffoldApi api,
      Map<String, String> given,
      CliEnvironment cliEnvironment) {
    ResolvedInput input = ResolvedInput.of(options, cliEnvironment);
    @Nullable PolicySource source =
        PolicyChoice.source(options.policy().file(), input, input.tree());
    PolicyResult.Ready policy = PolicyChoice.of(source, input);
    @Nullable StageRequirements requirements =
        policy.pack().requirements(api.name(), input.tree().shown(input.inTree(folder)));
    if (requirements == null) {
      throw new UsageException("no stage can comply with the policy");
    }
    given.forEach((key, value) -> requireAllowed(key, value, requirements));
    return new ScaffoldRequest(api, requirements, given, name(source));
  }

  private static String name(@Nullable PolicySource source) {
    if (source == null || source.path() == null) {
      return "the built-in policy of iac-guard";
    }
    String path = source.path();
    return "the policy `" + path.substring(path.lastIndexOf('/') + 1) + "`";
  }

  private static void requireAllowed(String key, String value, StageRequirements requirements) {
    Set<String> keys = new TreeSet<>();
    for (StageRequirements.Tag tag : requirements.tags()) {
      keys.add(tag.key());
      if (tag.key().equals(key)) {
        @Nullable String objection = objection(value, tag);
        if (objection != null) {
          throw new UsageException("--set " + key + "=" + value + ": " + objection);
        }
        return;
      }
    }
    throw new UsageException(
        "--set " + key + ": there is no such tag in the policy" + Nearest.hint(key, keys));
  }

  private static @Nullable String objection(String value, StageRequirements.Tag tag) {
    if (value.isBlank()
        || value.length() > LONGEST_VALUE
        || value.chars().anyMatch(Character::isISOControl)) {
      return "a string of 1 to " + LONGEST_VALUE + " characters is expected";
    }
    if (!tag.values().isEmpty() && !tag.values().contains(value)) {
      return "the policy allows " + String.join(", ", tag.values());
    }
    for (String pattern : tag.patterns()) {
      @Nullable BoundedRegex regex = BoundedRegex.of(pattern);
      if (regex != null && !regex.pattern().matches(value)) {
        return "the policy requires a value that matches " + pattern;
      }
    }
    return null;
  }
}

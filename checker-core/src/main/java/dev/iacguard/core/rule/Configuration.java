package dev.iacguard.core.rule;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.model.Inputs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a policy file comes to. */
public sealed interface Configuration {

  /**
   * It cannot be used; nothing is to be checked.
   *
   * @param errors at least one, file by file
   */
  record Refused(List<ConfigError> errors) implements Configuration {}

  /**
   * It can be used.
   *
   * @param pack the rules under the policy
   * @param needExpiry whether every exception has to say until when it holds
   * @param inputs what the code is given, by the command line and by the policy
   * @param settings the policy for everything that no environment speaks of: what the files say
   *     together, each value with the place it comes from; null when there is no file
   */
  record Ready(
      RulePack pack,
      List<Waiver> waivers,
      boolean needExpiry,
      Inputs inputs,
      ConfigNode.@Nullable Mapping settings)
      implements Configuration {}
}

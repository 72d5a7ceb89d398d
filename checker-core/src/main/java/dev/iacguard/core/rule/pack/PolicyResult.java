package dev.iacguard.core.rule.pack;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.rule.Waiver;
import dev.iacguard.core.source.Exclusion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The result of reading a policy file. */
public sealed interface PolicyResult {

  /**
   * It cannot be used; nothing is to be checked.
   *
   * @param errors at least one, file by file
   */
  record Refused(List<ConfigError> errors) implements PolicyResult {}

  /**
   * It can be used.
   *
   * @param pack the rules under the policy
   * @param needExpiry whether every exception has to say until when it holds
   * @param inputs what the code is given, by the command line and by the policy
   * @param settings what the files say together
   * @param files those files, as paths in the policy's tree
   * @param exclusion what the policy excludes from being read
   */
  record Ready(
      RulePack pack,
      List<Waiver> waivers,
      boolean needExpiry,
      Inputs inputs,
      @Nullable Settings settings,
      Set<String> files,
      Exclusion exclusion)
      implements PolicyResult {}

  /** The policy as it is written, each value with the place it comes from. */
  interface Settings {

    /**
     * What holds for a stack, or for one of its stages.
     *
     * @param stack its name
     * @param stage null for what is no stage's own
     */
    ConfigNode.Mapping of(String stack, @Nullable String stage);

    /** All that the files say together, environments and waivers among it. */
    ConfigNode.Mapping all();
  }
}

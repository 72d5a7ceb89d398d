package dev.iacguard.core.rule.pack;

import java.util.List;
import java.util.SequencedMap;

/**
 * What a new stage needs to comply with a policy.
 *
 * @param format the members of an access log line: a name, and the variable or text it holds
 * @param tags what the stage and its log group have to be tagged with
 * @param ownKey whether the log group has to be encrypted with a key of the organisation
 * @param keepsLogs whether the log group has to outlive the code that declares it
 */
public record StageRequirements(
    SequencedMap<String, String> format,
    Retention retention,
    List<Tag> tags,
    boolean ownKey,
    boolean keepsLogs,
    Role role) {

  /**
   * @param days the number to start with, one of those allowed
   * @param allowed every number of days that the policy allows and CloudWatch Logs accepts
   */
  public record Retention(int days, List<Integer> allowed) {}

  /**
   * @param values the allowed values; empty for any
   * @param patterns regular expressions of RE2, each of which has to match the whole value
   */
  public record Tag(String key, List<String> values, List<String> patterns) {

    /** Whether the policy leaves no choice. */
    public boolean isFixed() {
      return values.size() == 1;
    }
  }

  /**
   * The role that REST and WebSocket APIs of an account write logs with.
   *
   * @param setByStack whether the code of the stage has to set it
   * @param approved patterns for the roles that may be set, {@code *} for any characters; empty for
   *     any role
   */
  public record Role(boolean setByStack, List<String> approved) {}
}

package dev.iacguard.core.scaffold;

import dev.iacguard.core.rule.pack.StageRequirements;
import java.util.Map;

/**
 * What to write.
 *
 * @param requirements of the policy, for this kind of API
 * @param given values of tags by key; allowed by the policy
 * @param policy names the policy in the texts: {@code iac-guard.yaml}
 */
public record ScaffoldRequest(
    ScaffoldApi api, StageRequirements requirements, Map<String, String> given, String policy) {

  /** Whether the code can create the account's logging role. */
  boolean createsRole() {
    return api.needsRole() && requirements.role().approved().isEmpty();
  }

  /** Whether the code can set an approved role that exists. */
  boolean setsRole() {
    return api.needsRole() && !requirements.role().approved().isEmpty();
  }
}

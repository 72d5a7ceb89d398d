package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.rules.iam.ManagedPolicy;
import dev.iacguard.rules.view.role.DeclaredRole;
import dev.iacguard.rules.view.role.Grant;

/**
 * Groups the findings about a role under one cause where a managed policy allows more than logging.
 */
final class ManagedPolicyCause {
  private ManagedPolicyCause() {}

  /**
   * @param leads whether the finding names that policy
   */
  static Outcome rooted(Outcome outcome, DeclaredRole role, boolean leads) {
    if (!(outcome instanceof Outcome.Fail fail) || !hasOne(role)) {
      return outcome;
    }
    RootCause cause = RootCause.at("managed policy", "", role.resource().header());
    return Outcome.fail(fail.finding().rootedIn(leads ? cause.leading() : cause));
  }

  private static boolean hasOne(DeclaredRole role) {
    for (Grant grant : role.grants()) {
      if (grant instanceof Grant.AwsManaged managed) {
        ManagedPolicy policy = ManagedPolicy.named(managed.name());
        if (policy != null && policy.beyondLogs()) {
          return true;
        }
      }
    }
    return false;
  }
}

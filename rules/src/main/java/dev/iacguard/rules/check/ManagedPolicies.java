package dev.iacguard.rules.check;

import dev.iacguard.core.rule.RootCause;
import dev.iacguard.rules.view.DeclaredRole;
import java.util.Set;

/**
 * AWS managed policies that speak of CloudWatch Logs only. Source: AWS managed policy reference.
 */
final class ManagedPolicies {
  /** The one AWS made for this purpose. */
  static final String PUSH = "AmazonAPIGatewayPushToCloudWatchLogs";

  private static final String FULL_ACCESS = "CloudWatchLogsFullAccess";

  private static final Set<String> LOGS_ONLY =
      Set.of(PUSH, FULL_ACCESS, "CloudWatchLogsReadOnlyAccess", "AWSLambdaBasicExecutionRole");

  private ManagedPolicies() {}

  /** What findings share that come from a managed policy that does not suit a role. */
  static RootCause rootCause(DeclaredRole role) {
    return RootCause.at("managed policy", "", role.resource().header());
  }

  static boolean isForLogsOnly(String name) {
    return LOGS_ONLY.contains(name);
  }

  /** True when it allows every action of CloudWatch Logs. */
  static boolean allowsAllOfLogs(String name) {
    return name.equals(FULL_ACCESS);
  }

  /** True when it allows all that API Gateway needs. */
  static boolean allowsWriting(String name) {
    return name.equals(PUSH) || name.equals(FULL_ACCESS);
  }
}

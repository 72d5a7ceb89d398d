package dev.iacguard.rules.check;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.iam.Statement;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.DeclaredRole;
import dev.iacguard.rules.view.Grant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The logging role has to allow what API Gateway tries when the role is set. */
public final class LoggingRoleCannotWrite implements Rule<AccountSetting, Policy> {
  public static final RuleInfo INFO =
      new RuleInfo(
          "IG305",
          "logging-role-cannot-write",
          "Logging role lacks an action that API Gateway needs",
          Severity.ERROR);

  /** The actions of AmazonAPIGatewayPushToCloudWatchLogs, version 1. */
  private static final List<String> NEEDED =
      List.of(
          "logs:CreateLogGroup",
          "logs:CreateLogStream",
          "logs:DescribeLogGroups",
          "logs:DescribeLogStreams",
          "logs:PutLogEvents",
          "logs:GetLogEvents",
          "logs:FilterLogEvents");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Outcome check(AccountSetting setting, Policy policy) {
    DeclaredRole role = setting.declaredRole();
    return role == null ? Outcome.notApplicable() : judge(role);
  }

  private static Outcome judge(DeclaredRole role) {
    Set<String> allowed = new LinkedHashSet<>();
    Set<String> partly = new LinkedHashSet<>();
    Set<String> denied = new LinkedHashSet<>();
    @Nullable Uncertainty uncertainty = null;
    boolean unsuitable = false;
    for (Grant grant : role.grants()) {
      switch (grant) {
        case Grant.Written written -> {
          for (Statement statement : written.document().statements()) {
            weigh(statement, statement.allows() ? allowed : denied, partly);
          }
          if (!Actions.areKnown(written.document())) {
            uncertainty = Uncertainty.partly("a policy is not known", written.at());
          }
        }
        case Grant.AwsManaged managed -> {
          unsuitable |= !ManagedPolicies.isForLogsOnly(managed.name());
          if (ManagedPolicies.allowsWriting(managed.name())) {
            allowed.addAll(NEEDED);
          }
        }
        case Grant.Unseen unseen -> uncertainty = unseen.uncertainty();
        case Grant.PerhapsAttached perhaps -> uncertainty = perhaps.uncertainty();
      }
    }
    allowed.removeAll(denied);
    partly.removeAll(denied);
    List<String> missing = new ArrayList<>(NEEDED);
    missing.removeAll(allowed);
    if (missing.isEmpty()) {
      return Outcome.pass();
    }
    if (uncertainty == null && partly.containsAll(missing)) {
      String reason = "it may do " + Words.list(missing) + " for some log groups or at times only";
      uncertainty =
          new Uncertainty(
              reason, "allow it for all log groups", Origin.at(role.resource().header()));
    }
    if (uncertainty != null && denied.isEmpty()) {
      return Words.cannotTell("whether the logging role may write logs", uncertainty);
    }
    missing.removeAll(partly);
    Finding finding =
        Finding.of("logging role may not do " + Words.list(missing), role.resource().header())
            .helped(
                denied.isEmpty() ? "attach " + ManagedPolicies.PUSH : "do not deny what it needs");
    return Outcome.fail(
        unsuitable ? finding.rootedIn(ManagedPolicies.rootCause(role)) : finding);
  }

  /** A statement that denies under a condition or for some log groups is taken to leave enough. */
  private static void weigh(Statement statement, Set<String> sure, Set<String> partly) {
    LogResources resources = LogResources.of(statement);
    boolean whole = resources == LogResources.ALL && !statement.conditional();
    for (String action : NEEDED) {
      if (new Actions(statement).speaksOf(action)) {
        if (whole) {
          sure.add(action);
        } else if (statement.allows() && resources != LogResources.NONE) {
          partly.add(action);
        }
      }
    }
  }
}

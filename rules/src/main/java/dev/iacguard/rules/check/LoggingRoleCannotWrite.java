package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.iam.PolicyDocument;
import dev.iacguard.rules.iam.Statement;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.DeclaredRole;
import dev.iacguard.rules.view.Doubt;
import dev.iacguard.rules.view.Grant;
import java.util.ArrayList;
import java.util.List;
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
    List<String> missing = new ArrayList<>(NEEDED);
    @Nullable Doubt doubt = null;
    for (Grant grant : role.grants()) {
      switch (grant) {
        case Grant.Written written -> {
          removeAllowed(written.document(), missing);
          if (!Actions.areKnown(written.document())) {
            doubt = new Doubt("a policy is not known", "check a plan", written.at());
          }
        }
        case Grant.AwsManaged managed ->
            missing.removeIf(action -> ManagedPolicies.allowsWriting(managed.name()));
        case Grant.Unseen unseen -> doubt = unseen.doubt();
        case Grant.PerhapsAttached perhaps -> doubt = perhaps.doubt();
      }
    }
    if (missing.isEmpty()) {
      return Outcome.pass();
    }
    if (doubt != null) {
      return Words.cannotTell("whether the logging role may write logs", doubt);
    }
    return Outcome.fail(
        Finding.of("logging role may not do " + Words.list(missing), role.resource().header())
            .helped("attach " + ManagedPolicies.PUSH));
  }

  private static void removeAllowed(PolicyDocument document, List<String> missing) {
    for (Statement statement : document.statements()) {
      if (statement.allows()) {
        missing.removeIf(action -> new Actions(statement).speaksOf(action));
      }
    }
  }
}

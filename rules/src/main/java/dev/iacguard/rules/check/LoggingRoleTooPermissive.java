package dev.iacguard.rules.check;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.iam.PolicyDocument;
import dev.iacguard.rules.iam.Statement;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.DeclaredRole;
import dev.iacguard.rules.view.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The logging role needs CloudWatch Logs and nothing else. */
public final class LoggingRoleTooPermissive implements Rule<AccountSetting, Policy> {
  public static final RuleInfo INFO =
      new RuleInfo(
          "IG304",
          "logging-role-too-permissive",
          "Logging role may do more than write logs",
          Severity.ERROR);

  private static final String LOGS = "logs:";
  private static final String ALL_OF_LOGS = "logs:*";

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
    @Nullable Uncertainty uncertainty = null;
    @Nullable Origin wide = null;
    for (Grant grant : role.grants()) {
      switch (grant) {
        case Grant.Written written -> {
          wide = wide == null && allowsAllOfLogs(written.document()) ? written.at() : wide;
          List<String> beyond = beyond(written.document());
          if (!beyond.isEmpty()) {
            return Outcome.fail(
                finding("logging role may do " + Words.list(beyond), written.at()));
          }
          if (!Actions.areKnown(written.document())) {
            uncertainty = Uncertainty.partly("a policy is not known", written.at());
          }
        }
        case Grant.AwsManaged managed when !ManagedPolicies.isForLogsOnly(managed.name()) -> {
          return Outcome.fail(
              finding("logging role has the policy " + managed.name(), managed.at())
                  .rootedIn(ManagedPolicies.rootCause(role).leading()));
        }
        case Grant.AwsManaged managed ->
            wide =
                wide == null && ManagedPolicies.allowsAllOfLogs(managed.name())
                    ? managed.at()
                    : wide;
        case Grant.Unseen unseen -> uncertainty = unseen.uncertainty();
        case Grant.PerhapsAttached perhaps -> {}
      }
    }
    if (uncertainty == null && wide != null) {
      return Outcome.fail(
          Finding.of("logging role may do logs:* on everything", wide.at())
              .because(wide)
              .helped("allow it the actions of " + ManagedPolicies.PUSH + " only")
              .weighing(Severity.WARNING));
    }
    return uncertainty == null
        ? Outcome.pass()
        : Words.cannotTell("whether the logging role may do more than write logs", uncertainty);
  }

  private static boolean allowsAllOfLogs(PolicyDocument document) {
    return document.statements().stream()
        .filter(Statement::allows)
        .filter(LogResources::isEverything)
        .flatMap(statement -> statement.actions().stream())
        .anyMatch(action -> ALL_OF_LOGS.equalsIgnoreCase(action.known()));
  }

  /** What a document allows beside CloudWatch Logs, as written, each once. */
  private static List<String> beyond(PolicyDocument document) {
    List<String> beyond = new ArrayList<>();
    for (Statement statement : document.statements()) {
      if (!statement.allows()) {
        continue;
      }
      if (statement.exceptActions()) {
        beyond.add("all but some actions");
      }
      for (Value.Text action : statement.actions()) {
        String known = action.known();
        boolean logs = known == null || known.toLowerCase(Locale.ROOT).startsWith(LOGS);
        if (!logs && !beyond.contains(known)) {
          beyond.add(known);
        }
      }
    }
    return beyond;
  }

  private static Finding finding(String message, Origin at) {
    return Finding.of(message, at.at())
        .because(at)
        .helped("allow it CloudWatch Logs only, for instance " + ManagedPolicies.PUSH);
  }
}

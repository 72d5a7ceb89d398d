package dev.iacguard.rules.check;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.policy.Glob;
import dev.iacguard.rules.policy.Glob.Match;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.role.LoggingRole;
import dev.iacguard.rules.view.role.RoleReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that API Gateway logs only through a role that the organisation approved. Without a list
 * of such roles, one that the code declares is judged by what it may do (IG303 to IG305).
 */
public final class LoggingRoleNotApproved extends Rule<AccountSetting, Policy> {
  public static final String ID = "IG302";

  private static final String QUESTION = "whether the logging role is approved";

  LoggingRoleNotApproved() {
    super(ID, "logging-role-not-approved", "Logging role is not approved", Severity.ERROR);
  }

  @Override
  public Outcome check(AccountSetting setting, Policy policy) {
    if (!(setting instanceof AccountSetting.Declared declared)) {
      return Outcome.notApplicable();
    }
    return switch (declared.role()) {
      case LoggingRole.NotSet none -> Outcome.notApplicable();
      case LoggingRole.Invalid invalid ->
          fail("logging role " + invalid.why(), invalid.reference(), "give it the ARN of a role");
      case LoggingRole.Declared role when policy.loggingRole().approved().isEmpty() ->
          Outcome.pass();
      case LoggingRole.Declared role -> compare(role.reference(), policy, null);
      case LoggingRole.Outside role -> compare(role.reference(), policy, null);
      case LoggingRole.Uncertain role -> compare(role.reference(), policy, role.uncertainty());
    };
  }

  private static Outcome compare(
      RoleReference role, Policy policy, @Nullable Uncertainty uncertainty) {
    Match match = match(policy.loggingRole().approved(), role.names());
    if (match == Match.YES) {
      return Outcome.pass();
    }
    if (uncertainty != null) {
      return Words.cannotTell(QUESTION, uncertainty);
    }
    if (policy.loggingRole().approved().isEmpty()) {
      return Words.cannotTell(
          QUESTION,
          new Uncertainty(
              role.text() + " is not declared in this code",
              "list the approved roles in the policy (logging-role.approved)",
              role.at()));
    }
    if (match == Match.PERHAPS) {
      return Words.cannotTell(
          QUESTION,
          new Uncertainty(role.text() + " may be one of the approved roles", "", role.at()));
    }
    return fail(
        "logging role is not approved",
        role,
        "use one of " + String.join(", ", policy.loggingRole().approved()));
  }

  private static Match match(List<String> approved, List<Value.Text> names) {
    Match best = Match.NO;
    for (String pattern : approved) {
      for (Value.Text name : names) {
        Match match = Glob.match(pattern, name);
        if (match == Match.YES) {
          return match;
        }
        best = match == Match.PERHAPS ? match : best;
      }
    }
    return best;
  }

  private static Outcome fail(String message, RoleReference role, String help) {
    return Outcome.fail(
        Finding.of(message, role.at().at()).labelled(role.text()).because(role.at()).helped(help));
  }
}

package dev.iacguard.rules.check;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.RoleOwner;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.role.LoggingRole;
import dev.iacguard.rules.view.value.Misspelling;

/** Checks that the account has a logging role: REST and WebSocket stages cannot log without one. */
public final class LoggingRoleNotSet extends Rule<AccountSetting, Policy> {
  public static final String ID = "IG301";

  LoggingRoleNotSet() {
    super(ID, "logging-role-not-set", "Account has no API Gateway logging role", Severity.ERROR);
  }

  @Override
  public Outcome check(AccountSetting setting, Policy policy) {
    return switch (setting) {
      case AccountSetting.Declared declared -> judge(declared);
      case AccountSetting.Missing missing
          when policy.loggingRole().owner() == RoleOwner.ELSEWHERE ->
          Outcome.pass();
      case AccountSetting.Missing missing
          when missing.needed()
              && missing.possible() == null
              && policy.loggingRole().owner() == RoleOwner.STACK ->
          Outcome.fail(
              Finding.of("account has no logging role", missing.stage().header())
                  .labelled("needs one to log")
                  .helped("declare an API Gateway account setting with a role"));
      case AccountSetting.Missing missing ->
          Outcome.unknown(
              Words.openQuestion("whether the account has a logging role", uncertainty(missing))
                  .rootedIn(RootCause.inTree("the account's role is not set here")));
    };
  }

  private static Uncertainty uncertainty(AccountSetting.Missing setting) {
    Origin stage = Origin.at(setting.stage().header());
    if (setting.possible() != null) {
      return new Uncertainty(
          setting.possible().address() + " may belong to another account or Region",
          "set the Region and account of the providers to known values",
          stage);
    }
    return switch (setting.source()) {
      case CODE ->
          new Uncertainty(
              "this stack does not set it",
              "state in the policy who sets it (logging-role.owner), or give an export of the"
                  + " account (--deployed)",
              stage);
      case CODE_WITH_EXPORTS ->
          new Uncertainty(
              "this stack does not set it, and no export holds the setting of its account and"
                  + " Region",
              "export that account and Region too; 'iac-guard collect --print' prints a script",
              stage);
      case EXPORT ->
          new Uncertainty(
              "the export does not hold it",
              "export it too (aws apigateway get-account); 'iac-guard collect --print' prints a"
                  + " script",
              stage);
    };
  }

  private static Outcome judge(AccountSetting.Declared setting) {
    if (setting.role() instanceof LoggingRole.Uncertain open && !open.written()) {
      return Words.cannotTell("whether the account has a logging role", open.uncertainty());
    }
    if (!(setting.role() instanceof LoggingRole.NotSet none)) {
      return Outcome.pass();
    }
    Finding finding =
        Finding.of(
                "account setting has no role",
                none.written() ? none.at().at() : setting.resource().header())
            .helped("set it to the ARN of a role that API Gateway can assume");
    return Outcome.fail(
        none.written()
            ? finding.because(none.at())
            : Misspelling.explain(none.misspelling(), finding));
  }
}

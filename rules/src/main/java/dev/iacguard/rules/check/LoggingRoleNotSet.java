package dev.iacguard.rules.check;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.RoleOwner;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.LoggingRole;

/** REST and WebSocket stages cannot log while the account has no role for it. */
public final class LoggingRoleNotSet implements Rule<AccountSetting, Policy> {
  public static final RuleInfo INFO =
      new RuleInfo(
          "IG301",
          "logging-role-not-set",
          "Account has no role for API Gateway's logs",
          Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
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
                  .helped("declare the API Gateway account setting with a role"));
      case AccountSetting.Missing missing ->
          Words.cannotTell("whether the account has a logging role", uncertainty(missing));
    };
  }

  private static Uncertainty uncertainty(AccountSetting.Missing setting) {
    Origin stage = Origin.at(setting.stage().header());
    return setting.possible() == null
        ? new Uncertainty(
            "the stack does not set it",
            "say in the policy who sets it (logging-role.owner)",
            stage)
        : new Uncertainty(
            setting.possible().address() + " may be of another account or Region",
            "give the providers a Region and account that are known here",
            stage);
  }

  private static Outcome judge(AccountSetting.Declared setting) {
    if (!(setting.role() instanceof LoggingRole.NotSet none)) {
      return Outcome.pass();
    }
    Finding finding =
        Finding.of(
                "account setting names no role",
                none.written() ? none.at().at() : setting.resource().header())
            .helped("give it the ARN of a role that API Gateway may assume to write logs");
    return Outcome.fail(none.written() ? finding.because(none.at()) : finding);
  }
}

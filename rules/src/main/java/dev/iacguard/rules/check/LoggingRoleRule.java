package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.role.DeclaredRole;

/** A rule on a logging role that the code declares; it does not apply to other roles. */
abstract class LoggingRoleRule extends Rule<AccountSetting, Policy> {

  LoggingRoleRule(String id, String name, String title, Severity severity) {
    super(id, name, title, severity);
  }

  @Override
  public final Outcome check(AccountSetting setting, Policy policy) {
    DeclaredRole role = setting.declaredRole();
    return role == null ? Outcome.notApplicable() : check(role);
  }

  /** Checks a role that is declared. */
  abstract Outcome check(DeclaredRole role);
}

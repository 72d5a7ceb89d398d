package dev.iacguard.rules.check;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.check.permission.LogPermissions;
import dev.iacguard.rules.iam.ManagedPolicy;
import dev.iacguard.rules.remedy.RoleRemedy;
import dev.iacguard.rules.view.role.DeclaredRole;
import dev.iacguard.rules.view.role.Grant;
import java.util.List;

/** Checks that the logging role allows what API Gateway tries when the role is set. */
public final class LoggingRoleCannotWrite extends LoggingRoleRule {
  private static final String QUESTION = "whether the logging role may write logs";

  LoggingRoleCannotWrite() {
    super(
        "IG305",
        "logging-role-cannot-write",
        "Logging role lacks a permission API Gateway needs",
        Severity.ERROR);
  }

  @Override
  public Outcome check(DeclaredRole role) {
    return ManagedPolicyCause.rooted(judge(role), role, false);
  }

  private static Outcome judge(DeclaredRole role) {
    Outcome alone = judge(LogPermissions.of(role.grants()), role);
    Grant boundary = role.boundary();
    return boundary == null || !(alone instanceof Outcome.Pass)
        ? alone
        : judgeBoundary(LogPermissions.of(List.of(boundary)), role);
  }

  private static Outcome judge(LogPermissions permissions, DeclaredRole role) {
    List<String> missing = permissions.missing();
    if (missing.isEmpty()) {
      return Outcome.pass();
    }
    List<String> lacking = permissions.lacking();
    Uncertainty uncertainty = permissions.uncertainty();
    if (uncertainty == null && lacking.isEmpty()) {
      uncertainty = partly(missing, "allow it for all log groups", role);
    }
    if (uncertainty != null && !permissions.denies()) {
      return Words.cannotTell(QUESTION, uncertainty);
    }
    return Outcome.fail(
        Finding.of("logging role does not allow " + Words.list(lacking), role.resource().header())
            .helped(
                permissions.denies()
                    ? "remove the Deny for these actions"
                    : "attach " + ManagedPolicy.PUSH)
            .fixedBy(permissions.denies() ? null : RoleRemedy.attach(role.resource())));
  }

  /** What the policies allow counts only as far as the permissions boundary allows it too. */
  private static Outcome judgeBoundary(LogPermissions boundary, DeclaredRole role) {
    List<String> missing = boundary.missing();
    if (missing.isEmpty()) {
      return Outcome.pass();
    }
    List<String> lacking = boundary.lacking();
    Uncertainty uncertainty = boundary.uncertainty();
    if (uncertainty == null && lacking.isEmpty()) {
      uncertainty =
          partly(missing, "allow it in the permissions boundary for all log groups", role);
    }
    return uncertainty != null && !boundary.denies()
        ? Words.cannotTell(QUESTION, uncertainty)
        : Outcome.fail(
            Finding.of(
                    "the logging role's permissions boundary does not allow "
                        + Words.list(lacking.isEmpty() ? missing : lacking),
                    role.resource().header())
                .helped("allow it in the permissions boundary"));
  }

  private static Uncertainty partly(List<String> actions, String remedy, DeclaredRole role) {
    return new Uncertainty(
        "it allows "
            + Words.list(actions)
            + " only for some log groups or conditions, which API Gateway may reject",
        remedy,
        Origin.at(role.resource().header()));
  }
}

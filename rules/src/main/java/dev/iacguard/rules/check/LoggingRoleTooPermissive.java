package dev.iacguard.rules.check;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.check.permission.Actions;
import dev.iacguard.rules.check.permission.LogPermissions;
import dev.iacguard.rules.check.permission.LogResources;
import dev.iacguard.rules.iam.ManagedPolicy;
import dev.iacguard.rules.iam.PolicyDocument;
import dev.iacguard.rules.iam.Statement;
import dev.iacguard.rules.remedy.RoleRemedy;
import dev.iacguard.rules.view.role.DeclaredRole;
import dev.iacguard.rules.view.role.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks that the logging role allows CloudWatch Logs and nothing else. */
public final class LoggingRoleTooPermissive extends LoggingRoleRule {
  private static final String LOGS = "logs:";
  private static final String ALL_OF_LOGS = "logs:*";

  LoggingRoleTooPermissive() {
    super(
        "IG304",
        "logging-role-too-permissive",
        "Logging role allows more than writing logs",
        Severity.ERROR);
  }

  @Override
  public Outcome check(DeclaredRole role) {
    Outcome alone = judge(role.grants());
    Grant boundary = role.boundary();
    return boundary == null || !(alone instanceof Outcome.Fail)
        ? ManagedPolicyCause.rooted(alone, role, true)
        : judgeBoundary(alone, boundary);
  }

  private static Outcome judge(List<Grant> grants) {
    @Nullable Uncertainty uncertainty = null;
    @Nullable Origin wide = null;
    for (Grant grant : grants) {
      switch (grant) {
        case Grant.Written written -> {
          wide = wide == null && allowsAllOfLogs(written.document()) ? written.at() : wide;
          List<String> beyond = beyond(written.document());
          if (!beyond.isEmpty()) {
            return fail("logging role allows " + Words.list(beyond), written.at());
          }
          if (!Actions.areKnown(written.document())) {
            uncertainty = Uncertainty.partly("a policy is not known", written.at());
          }
        }
        case Grant.AwsManaged managed -> {
          ManagedPolicy policy = ManagedPolicy.named(managed.name());
          if (policy != null && policy.beyondLogs()) {
            Finding finding =
                finding("logging role has the policy " + managed.name(), managed.at());
            return Outcome.fail(finding.fixedBy(RoleRemedy.narrow(managed)));
          }
          uncertainty = policy == null ? LogPermissions.notKnown(managed) : uncertainty;
        }
        case Grant.Unseen unseen -> uncertainty = unseen.uncertainty();
        case Grant.PerhapsAttached perhaps -> {
          if (!judge(List.of(perhaps.grant())).equals(Outcome.pass())) {
            uncertainty = perhaps.uncertainty();
          }
        }
      }
    }
    if (uncertainty == null && wide != null) {
      return Outcome.fail(
          Finding.of("logging role allows logs:* on all resources", wide.at())
              .because(wide)
              .helped("allow it the actions of " + ManagedPolicy.PUSH + " only")
              .weighing(Severity.WARNING));
    }
    return uncertainty == null ? Outcome.pass() : cannotTell(uncertainty);
  }

  /** A permissions boundary may take away what the policies allow too much. */
  private static Outcome judgeBoundary(Outcome alone, Grant boundary) {
    return switch (boundary) {
      case Grant.Written written when allowsEverything(written.document()) -> alone;
      case Grant.Written written
          when Actions.areKnown(written.document())
              && beyond(written.document()).isEmpty()
              && !allowsAllOfLogs(written.document()) ->
          Outcome.pass();
      case Grant.Written written ->
          cannotTell(
              new Uncertainty("its permissions boundary may deny some of it", "", written.at()));
      case Grant.AwsManaged managed -> judgeBoundary(alone, managed);
      case Grant.Unseen unseen -> cannotTell(unseen.uncertainty());
      case Grant.PerhapsAttached perhaps -> cannotTell(perhaps.uncertainty());
    };
  }

  private static Outcome judgeBoundary(Outcome alone, Grant.AwsManaged managed) {
    ManagedPolicy policy = ManagedPolicy.named(managed.name());
    if (policy == null) {
      return cannotTell(LogPermissions.notKnown(managed));
    }
    if (!policy.beyondLogs()) {
      return Outcome.pass();
    }
    return managed.name().equals("AdministratorAccess")
        ? alone
        : cannotTell(
            new Uncertainty("its permissions boundary may deny some of it", "", managed.at()));
  }

  private static Outcome cannotTell(Uncertainty uncertainty) {
    return Words.cannotTell("whether the logging role allows more than writing logs", uncertainty);
  }

  private static boolean allowsEverything(PolicyDocument document) {
    return document.statements().stream()
        .filter(statement -> statement.allows() && !statement.conditional())
        .filter(LogResources::isEverything)
        .flatMap(statement -> statement.actions().stream())
        .anyMatch(action -> "*".equals(action.known()));
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

  private static Outcome fail(String message, Origin at) {
    return Outcome.fail(finding(message, at));
  }

  private static Finding finding(String message, Origin at) {
    return Finding.of(message, at.at())
        .because(at)
        .helped("allow only CloudWatch Logs, for example with " + ManagedPolicy.PUSH);
  }
}

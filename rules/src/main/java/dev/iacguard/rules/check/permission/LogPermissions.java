package dev.iacguard.rules.check.permission;

import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.iam.ManagedPolicy;
import dev.iacguard.rules.iam.Statement;
import dev.iacguard.rules.view.role.Grant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes which of the actions that API Gateway needs are allowed by a set of policies together.
 */
public final class LogPermissions {
  private final Set<String> allowed = new LinkedHashSet<>();
  private final Set<String> partly = new LinkedHashSet<>();
  private final Set<String> denied = new LinkedHashSet<>();
  private @Nullable Uncertainty uncertainty;

  private LogPermissions() {}

  public static LogPermissions of(List<Grant> grants) {
    LogPermissions permissions = new LogPermissions();
    grants.forEach(permissions::add);
    permissions.allowed.removeAll(permissions.denied);
    permissions.partly.removeAll(permissions.denied);
    return permissions;
  }

  private void add(Grant grant) {
    switch (grant) {
      case Grant.Written written -> {
        written.document().statements().forEach(this::add);
        if (!Actions.areKnown(written.document())) {
          uncertainty = Uncertainty.partly("a policy is not known", written.at());
        }
      }
      case Grant.AwsManaged managed -> {
        ManagedPolicy policy = ManagedPolicy.named(managed.name());
        if (policy == null) {
          uncertainty = notKnown(managed);
        } else {
          add(policy);
        }
      }
      case Grant.Unseen unseen -> uncertainty = unseen.uncertainty();
      case Grant.PerhapsAttached perhaps -> {
        if (mayAllow(perhaps.grant())) {
          uncertainty = perhaps.uncertainty();
        }
      }
    }
  }

  /** Whether a policy may allow something that is needed. */
  private static boolean mayAllow(Grant grant) {
    return switch (grant) {
      case Grant.Written written ->
          !Actions.areKnown(written.document())
              || written.document().statements().stream()
                  .filter(Statement::allows)
                  .map(Actions::new)
                  .anyMatch(
                      actions -> ManagedPolicy.ACTIONS.stream().anyMatch(actions::maySpeakOf));
      case Grant.AwsManaged managed -> {
        ManagedPolicy policy = ManagedPolicy.named(managed.name());
        yield policy == null
            || policy.grants().contains(ManagedPolicy.Effect.ALLOWED)
            || policy.grants().contains(ManagedPolicy.Effect.PARTLY);
      }
      case Grant.Unseen unseen -> true;
      case Grant.PerhapsAttached perhaps -> mayAllow(perhaps.grant());
    };
  }

  private void add(ManagedPolicy policy) {
    for (int i = 0; i < ManagedPolicy.ACTIONS.size(); i++) {
      String action = ManagedPolicy.ACTIONS.get(i);
      switch (policy.grants().get(i)) {
        case ALLOWED -> allowed.add(action);
        case PARTLY -> partly.add(action);
        case DENIED -> denied.add(action);
        case NOT_MENTIONED -> {}
      }
    }
  }

  /** A statement that denies under a condition or for some log groups is taken to leave enough. */
  private void add(Statement statement) {
    LogResources resources = LogResources.of(statement);
    boolean whole = resources == LogResources.ALL && !statement.conditional();
    for (String action : ManagedPolicy.ACTIONS) {
      if (new Actions(statement).speaksOf(action)) {
        if (whole && statement.allows()) {
          allowed.add(action);
        } else if (whole && statement.denies()) {
          denied.add(action);
        } else if (statement.allows() && resources != LogResources.NONE) {
          partly.add(action);
        }
      }
    }
  }

  /** Why nothing is known of an AWS managed policy that this program has no entry for. */
  public static Uncertainty notKnown(Grant.AwsManaged policy) {
    return new Uncertainty(
        "what the AWS managed policy " + policy.name() + " allows is not known",
        "attach " + ManagedPolicy.PUSH,
        policy.at());
  }

  /** The needed actions that are not allowed for every log group. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>(ManagedPolicy.ACTIONS);
    missing.removeAll(allowed);
    return missing;
  }

  /** The needed actions that are not allowed for any log group. */
  public List<String> lacking() {
    List<String> lacking = missing();
    lacking.removeAll(partly);
    return lacking;
  }

  /** True when any needed action is denied. */
  public boolean denies() {
    return !denied.isEmpty();
  }

  /** Why more may be allowed than is seen; null when all is seen. */
  public @Nullable Uncertainty uncertainty() {
    return uncertainty;
  }
}

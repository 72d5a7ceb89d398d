package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;
import org.jspecify.annotations.Nullable;

/** Whether and how a stack with stages that need it sets the account's logging role. */
public sealed interface AccountSetting {

  record Declared(Resource resource, LoggingRole role) implements AccountSetting {}

  /** The role that is set, where the code declares it; otherwise null. */
  default @Nullable DeclaredRole declaredRole() {
    return this instanceof Declared setting && setting.role instanceof LoggingRole.Declared declared
        ? declared.role()
        : null;
  }

  /**
   * The stack does not set it.
   *
   * @param needed false when the stages may be ones that need no role
   * @param stage one of the stages that would need it
   */
  record Missing(boolean needed, Resource stage) implements AccountSetting {}
}

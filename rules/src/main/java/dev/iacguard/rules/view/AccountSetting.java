package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;

/** Whether and how a stack with stages that need it sets the account's logging role. */
public sealed interface AccountSetting {

  record Declared(Resource resource, LoggingRole role) implements AccountSetting {}

  /**
   * The stack does not set it.
   *
   * @param needed false when the stages may be ones that need no role
   * @param stage one of the stages that would need it
   */
  record Missing(boolean needed, Resource stage) implements AccountSetting {}
}

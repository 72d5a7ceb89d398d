package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;
import dev.iacguard.rules.view.role.DeclaredRole;
import dev.iacguard.rules.view.role.LoggingRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether and how a stack with stages that need it sets the account's logging role. */
public sealed interface AccountSetting {

  /**
   * The stack sets it.
   *
   * @param stages the logging stages that need it and are not known to be made after it
   */
  record Declared(Resource resource, LoggingRole role, Unordered stages)
      implements AccountSetting {}

  /**
   * Stages that may be made before the account's role is set.
   *
   * @param sure those that nothing orders after it
   * @param perhaps those of which that cannot be determined
   */
  record Unordered(List<Resource> sure, List<Resource> perhaps) {
    public static final Unordered NONE = new Unordered(List.of(), List.of());
  }

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
   * @param possible a setting that may be of the account and Region of the stage; null for none
   * @param exported what exports say of the accounts and Regions that the stage may be in
   * @param source what is looked at
   */
  record Missing(
      boolean needed,
      Resource stage,
      @Nullable Resource possible,
      List<Exported> exported,
      Source source)
      implements AccountSetting {}

  /** What a setting is missing in. */
  enum Source {
    CODE,
    /** Code, and exports say something of accounts. */
    CODE_WITH_EXPORTS,
    EXPORT
  }

  /**
   * What an export says.
   *
   * @param account with its Region, for people
   * @param setting null when the export does not hold it
   */
  record Exported(String account, @Nullable Declared setting) {}
}

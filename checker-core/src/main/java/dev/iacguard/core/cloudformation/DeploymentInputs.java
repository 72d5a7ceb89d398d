package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.DeployedAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is given from outside to templates that are deployed by themselves.
 *
 * @param user the parameters that the user gives to all of them
 * @param accounts what exports show of the accounts that they may be deployed to
 */
record DeploymentInputs(Parameters.Given user, List<DeployedAccount> accounts) {

  /**
   * @param path of the template, as shown
   */
  @Nullable ExportedStack exported(String path) {
    return ExportedStack.of(accounts, path);
  }

  /** The user has precedence over the export, and that over what lies beside the template. */
  Parameters.Given parameters(@Nullable ExportedStack exported, SamSettings sam) {
    return name -> {
      Parameters.Passed passed = user.get(name);
      if (passed == null && exported != null) {
        passed = exported.parameter(name);
      }
      return passed == null ? sam.parameter(name) : passed;
    };
  }
}

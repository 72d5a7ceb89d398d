package dev.iacguard.core.deployed;

import java.util.Map;

/**
 * The call of the AWS CLI that an answer is of, as far as the export says.
 *
 * @param name service and operation; empty when they are not known
 * @param arguments those that say what was asked for
 */
record Call(String name, Map<String, String> arguments) {

  /** Empty when it is not known. */
  String argument(String argument) {
    return arguments.getOrDefault(argument, "");
  }

  /** Authorizers are lists with the same name as APIs and stages. */
  boolean isAboutAuthorizers() {
    return name.endsWith(" get-authorizers");
  }
}

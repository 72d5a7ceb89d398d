package dev.iacguard.core.model;

import java.util.Set;

/**
 * The provider configuration that a resource is deployed with. Its Region is an attribute of the
 * resource.
 *
 * @param name equal names in a stack are one configuration; empty for the only one, or the default
 *     one where none is declared
 * @param credentials what the code says of who signs in: configurations of a stack that say the
 *     same go to the same account; empty when it says nothing
 * @param accounts the ids of the accounts that it may go to; empty when the code does not name them
 */
public record ProviderConfiguration(String name, String credentials, Set<String> accounts) {
  public static final ProviderConfiguration DEFAULT = new ProviderConfiguration("", "", Set.of());

  /** The account of a role's ARN as a set; empty when it is not known. */
  public static Set<String> accountOf(String roleArn) {
    String[] segments = roleArn.split(":", 6);
    return segments.length == 6 && segments[4].matches("[0-9]{12}")
        ? Set.of(segments[4])
        : Set.of();
  }
}

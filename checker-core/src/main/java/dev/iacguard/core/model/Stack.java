package dev.iacguard.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is deployed together: a Terraform root module with one set of variable values, or a template
 * with its nested stacks. Resources are evaluated on demand; the same question gives the same
 * answer.
 */
public interface Stack {

  /** The folder or file it was read from, as shown in reports. */
  String name();

  Language language();

  /** All resources of a type, data sources under {@code data.TYPE}, in a fixed order. */
  List<Resource> resources(String type);

  /**
   * Resources of a type that are not there because of the default of an input: another value makes
   * them. They exist under that condition, and {@link #resource} finds them.
   */
  default List<Resource> switchedOff(String type) {
    return List.of();
  }

  /**
   * The resource of another stack of the tree that has a type and a name; null unless there is just
   * one.
   */
  default @Nullable Resource elsewhere(String type, String name) {
    return null;
  }

  /**
   * The resource at an address. An address without instance key finds the resource when there is
   * only one instance.
   */
  @Nullable Resource resource(Address address);

  /**
   * False for the address of a resource that is there for others to be judged by, and is not to be
   * judged itself.
   */
  default boolean isAskedFor(String address) {
    return true;
  }

  /**
   * False where there may be more resources of a type than the stack has: an export need not hold
   * all that is deployed.
   */
  default boolean hasAll(String type) {
    return true;
  }

  /**
   * What is known of the accounts and Regions that it may be deployed to; empty when nothing is,
   * and for what is deployed.
   */
  default List<DeployedAccount> deployed() {
    return List.of();
  }

  /** What could not be read or followed, as far as it has been met until now, in a fixed order. */
  List<Problem> problems();
}

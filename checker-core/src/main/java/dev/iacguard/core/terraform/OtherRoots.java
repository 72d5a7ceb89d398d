package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.WorkBudget;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the other root modules of the tree declare, as one stack refers to it: with the name of its
 * stack in front of each address.
 */
final class OtherRoots {
  private final NamedLogGroups groups;
  private final StackLoading own;
  private final WorkBudget work;
  private final Consumer<Problem> report;
  private final Map<StackLoading, TerraformStack> loaded = new HashMap<>();

  /**
   * @param own the stack that asks
   * @param work is charged with what reading the others takes
   * @param report takes a limit that keeps names from being read
   */
  OtherRoots(NamedLogGroups groups, StackLoading own, WorkBudget work, Consumer<Problem> report) {
    this.groups = groups;
    this.own = own;
    this.work = work;
    this.report = report;
  }

  /** How the stack of a root module is read. */
  interface StackLoading {

    String name();

    /** The folder of the root module. */
    String folder();

    /**
     * @param path is put in front of all addresses
     */
    TerraformStack load(String path, WorkBudget work);

    /** What is in front of its addresses where another stack refers to them. */
    default String pathElsewhere() {
      return name() + ":";
    }
  }

  /** The resource that has a type and a name; null unless there is just one. */
  @Nullable Resource named(String type, String name) {
    NamedLogGroups.Found found = groups.find(type, name, report);
    if (found == null || found.stack().folder().equals(own.folder())) {
      return null;
    }
    StackLoading other = found.stack();
    TerraformStack stack = loaded.get(other);
    if (stack == null) {
      stack = other.load(other.pathElsewhere(), work);
      loaded.put(other, stack);
    }
    return stack.resources(type).stream()
        .filter(resource -> resource.address().equals(found.address()))
        .findFirst()
        .orElse(null);
  }

  /** A resource that one of those which were found refers to, or null. */
  @Nullable Resource at(Address address) {
    for (TerraformStack stack : loaded.values()) {
      Resource found = stack.resource(address);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}

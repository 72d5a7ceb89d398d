package dev.iacguard.core.plan;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resources of the code that a plan was made from, by the addresses of the plan. */
final class Code {
  private final Stack stack;
  private final Set<String> known = new HashSet<>();
  private final Map<Address, Resource> byAddress = new HashMap<>();
  private final Map<Address, Resource> withoutKeys = new HashMap<>();
  private final Map<Address, Integer> positions = new HashMap<>();

  Code(Stack stack) {
    this.stack = stack;
  }

  /**
   * The resource of the code that an instance of the plan comes from: the same instance, or where
   * the code leaves its keys open, the one that represents all of them.
   */
  @Nullable Resource find(Address address, String type) {
    if (known.add(type)) {
      index(stack.resources(type));
    }
    Resource same = byAddress.get(address);
    return same != null ? same : withoutKeys.get(stripped(address));
  }

  /** Where an instance comes among those of its type in the code; what is not there comes last. */
  int position(Address address, String type) {
    Resource found = find(address, type);
    return found == null ? Integer.MAX_VALUE : positions.getOrDefault(found.address(), 0);
  }

  private void index(List<Resource> resources) {
    for (Resource resource : resources) {
      byAddress.put(resource.address(), resource);
      positions.putIfAbsent(resource.address(), positions.size());
      withoutKeys.putIfAbsent(stripped(resource.address()), resource);
    }
  }

  private static Address stripped(Address address) {
    if (address.prefix().indexOf('[') < 0) {
      return address.withoutKey();
    }
    StringBuilder prefix = new StringBuilder();
    for (ReferencePath.Step step : ReferencePath.steps(address.prefix())) {
      prefix.append(step.name()).append('.');
    }
    return Address.of(prefix.toString(), address.name());
  }
}

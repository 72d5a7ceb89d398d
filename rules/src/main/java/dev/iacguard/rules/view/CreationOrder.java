package dev.iacguard.rules.view;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which resource is created after which: the one that refers to the other, or declares that
 * it depends on it.
 */
final class CreationOrder {
  /** Further away than that, a resource is not looked for. */
  private static final int MOST_RESOURCES = 500;

  private final Stack stack;
  private final Map<Address, Set<Address>> wanted = new HashMap<>();
  private final Map<Address, Before> known = new HashMap<>();

  /**
   * @param earlier the resources that others may be made after
   */
  CreationOrder(Stack stack, List<Resource> earlier) {
    this.stack = stack;
    for (Resource resource : earlier) {
      Set<Address> names = withStacks(resource);
      // A plan names all instances of a resource at once.
      names.add(resource.address().withoutKey());
      for (Address address : names) {
        wanted.computeIfAbsent(address, key -> new HashSet<>()).add(resource.address());
      }
    }
  }

  /** Whether one resource is made after another. */
  enum Answer {
    YES,
    NO,
    PERHAPS
  }

  /**
   * Whether the first is made after the second, which is one of those that others may be made
   * after. What a resource is made after is looked for once.
   */
  Answer isAfter(Resource later, Resource earlier) {
    Before before = known.computeIfAbsent(later.address(), address -> before(later));
    if (before.resources().contains(earlier.address())) {
      return Answer.YES;
    }
    return before.more() ? Answer.PERHAPS : Answer.NO;
  }

  /** Whether the first is made after one of the others, of which the same holds. */
  Answer isAfterOneOf(Resource later, List<Resource> earlier) {
    Answer best = Answer.NO;
    for (Resource each : earlier) {
      Answer answer = isAfter(later, each);
      if (answer == Answer.YES) {
        return answer;
      }
      best = answer == Answer.PERHAPS ? answer : best;
    }
    return best;
  }

  private Before before(Resource later) {
    Search search = new Search();
    withStacks(later).forEach(search::add);
    search.add(later.declaredAs());
    return search.run();
  }

  /**
   * What a resource is made after, as far as it is wanted.
   *
   * @param more whether that may not be all
   */
  private record Before(Set<Address> resources, boolean more) {}

  /** A resource and the nested stacks that it lies in: what waits for these waits for it. */
  private static Set<Address> withStacks(Resource resource) {
    Set<Address> all = new HashSet<>();
    all.add(resource.address());
    String prefix = resource.address().prefix();
    if (resource.isOfTemplate()) {
      for (int end = prefix.lastIndexOf('.'); end > 0; end = prefix.lastIndexOf('.', end - 1)) {
        int start = prefix.lastIndexOf('.', end - 1) + 1;
        all.add(Address.of(prefix.substring(0, start), prefix.substring(start, end)));
      }
    }
    return all;
  }

  /** Follows references outwards. */
  private final class Search {
    private final Set<Address> found = new HashSet<>();
    private final Set<Address> seen = new HashSet<>();
    private final Deque<Address> open = new ArrayDeque<>();
    private boolean perhaps;

    void add(Address address) {
      if (seen.add(address)) {
        open.add(address);
      }
    }

    Before run() {
      while (!open.isEmpty() && seen.size() < MOST_RESOURCES) {
        Resource resource = stack.resource(open.remove());
        if (resource != null) {
          String dependsOn = resource.isOfTemplate() ? "DependsOn" : "depends_on";
          walk(resource.get(dependsOn), true);
          resource.attributes().names().forEach(name -> walk(resource.get(name), false));
        }
      }
      return new Before(found, perhaps || !open.isEmpty());
    }

    /**
     * Finds what a module declares, itself or in modules that it calls.
     *
     * @return false when it declares nothing that is looked for: it may wait for it even so
     */
    private boolean findIn(String module) {
      boolean some = false;
      for (Map.Entry<Address, Set<Address>> entry : wanted.entrySet()) {
        if (isIn(module, entry.getKey())) {
          found.addAll(entry.getValue());
          some = true;
        }
      }
      return some;
    }

    private static boolean isIn(String module, Address address) {
      String prefix = address.prefix();
      return prefix.startsWith(module)
          && (prefix.startsWith(".", module.length()) || prefix.startsWith("[", module.length()));
    }

    /**
     * @param order true inside a list of what has to be there before; what is no resource there may
     *     represent many
     */
    private void walk(Value value, boolean order) {
      switch (value) {
        case Value.Sequence list -> {
          perhaps |= order && list.open();
          list.elements().forEach(element -> walk(element, order));
        }
        case Value.Mapping map -> {
          perhaps |= order;
          map.entries().values().forEach(entry -> walk(entry, false));
        }
        case Value.Choice choice -> {
          walk(choice.then(), order);
          walk(choice.otherwise(), order);
        }
        case Value.Text text -> {
          for (TextPart part : text.parts()) {
            if (part instanceof TextPart.Hole hole) {
              walk(hole.value(), order);
            }
          }
        }
        case Value.Unknown unknown -> {
          for (Reference reference : unknown.references()) {
            switch (reference) {
              case Reference.ToResource target -> {
                found.addAll(wanted.getOrDefault(target.resource(), Set.of()));
                add(target.resource());
              }
              case Reference.Named named -> perhaps |= order && !findIn(named.name());
            }
          }
          perhaps |= order && unknown.references().isEmpty();
        }
        default -> {}
      }
    }
  }
}

package dev.iacguard.rules.view.value;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.rule.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Indexes resources by what they refer to, so that those of one stage are found without a search of
 * all. It may return more than those, so the caller checks each.
 */
public final class ResourceIndex {
  /** Says what a resource speaks of. */
  public interface Keys {
    /**
     * @return keys as {@link #key} makes them, of which one is enough; empty for what may speak of
     *     anything
     */
    Collection<String> of(Scenario scenario, Resource resource);
  }

  private final Map<String, List<Resource>> byKey = new HashMap<>();
  private final List<Resource> open = new ArrayList<>();

  public ResourceIndex(List<Resource> resources, Keys keys, WorkBudget work) {
    for (Resource resource : resources) {
      add(resource, keys, work);
    }
  }

  /** What a resource speaks of in one scenario only may be anything. */
  private void add(Resource resource, Keys keys, WorkBudget work) {
    Collection<String> known =
        Scenarios.first(
            work,
            scenario -> {
              Collection<String> found = keys.of(scenario, resource);
              return scenario.questions() == 0 ? found : List.of();
            });
    if (known.isEmpty()) {
      open.add(resource);
    }
    known.forEach(key -> byKey.computeIfAbsent(key, made -> new ArrayList<>()).add(resource));
  }

  /** Those that may speak of one of these, each once and in a fixed order. */
  public Collection<Resource> about(Supplier<List<String>> wanted) {
    if (byKey.isEmpty()) {
      return open;
    }
    Map<Address, Resource> found = new LinkedHashMap<>();
    open.forEach(resource -> found.put(resource.address(), resource));
    for (String key : wanted.get()) {
      byKey.getOrDefault(key, List.of()).forEach(one -> found.put(one.address(), one));
    }
    return found.values();
  }

  /** The resource that a resolved value refers to or the text that it is; null for all else. */
  public static @Nullable String key(Value value) {
    Reference.ToResource reference = Properties.reference(value);
    return reference == null ? Properties.known(value) : reference.resource().toString();
  }
}

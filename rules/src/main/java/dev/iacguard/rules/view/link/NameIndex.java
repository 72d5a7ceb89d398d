package dev.iacguard.rules.view.link;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Indexes the declared resources of one kind by their names. */
final class NameIndex {
  private final Map<String, List<Link.Declared>> known = new HashMap<>();
  private final List<Link.Declared> others = new ArrayList<>();

  NameIndex(Stack stack, LinkKind what) {
    for (LinkedType type : LinkedType.ALL) {
      if (type.what() == what && !type.lookup()) {
        List<Resource> all = new ArrayList<>(stack.resources(type.type()));
        all.addAll(stack.switchedOff(type.type()));
        all.forEach(resource -> add(new Link.Declared(resource, type)));
      }
    }
  }

  private void add(Link.Declared candidate) {
    String name = Properties.known(candidate.resource().get(candidate.type().name()));
    if (name == null) {
      others.add(candidate);
    } else {
      known.computeIfAbsent(name, key -> new ArrayList<>()).add(candidate);
    }
  }

  /** Those of that very name; where several share it, those that exist in this scenario. */
  List<Link.Declared> find(Scenario scenario, Value.Text name) {
    List<Link.Declared> found = new ArrayList<>();
    String text = name.known();
    if (text != null) {
      found.addAll(known.getOrDefault(text, List.of()));
    }
    for (Link.Declared candidate : others) {
      Value own = scenario.resolve(candidate.resource().get(candidate.type().name()));
      if (TextComparison.of(name, own) == TextComparison.SAME) {
        found.add(candidate);
      }
    }
    if (found.size() > 1) {
      found.removeIf(candidate -> !scenario.holds(candidate.resource().exists()));
    }
    return found;
  }
}

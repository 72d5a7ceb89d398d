package dev.iacguard.rules.view.value;

import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A property under a name that its resource type does not have, and the name that it nearly is. The
 * service refuses such a property, or ignores it.
 *
 * @param at where the wrong name is written
 */
public record Misspelling(String written, String meant, Span at) {
  /** Properties that exist beside the ones that are looked for, and have names that are near. */
  private static final Set<String> VALID = Set.of("Description", "LogGroupName", "log_group_name");

  /**
   * Looks for the first name of a path that is not written, while one like it is.
   *
   * @param path from the resource's attribute inwards; empty when nothing is missing
   */
  public static @Nullable Misspelling of(Scenario scenario, Resource resource, List<String> path) {
    if (path.isEmpty() || path.get(0).isEmpty()) {
      return null;
    }
    String first = path.get(0);
    if (!resource.attributes().has(first)) {
      String near = near(first, resource.attributes().names());
      return near == null
          ? null
          : new Misspelling(near, first, resource.attributes().writtenAt(near));
    }
    for (int length = 1; length < path.size(); length++) {
      Value parent = Properties.at(scenario, resource, path.subList(0, length));
      if (!(parent instanceof Value.Mapping mapping)) {
        return null;
      }
      String name = path.get(length);
      Value entry = mapping.get(name);
      if (entry == null) {
        String near = near(name, mapping.entries().keySet());
        Value other = near == null ? null : mapping.get(near);
        return near == null || other == null || mapping.origin().sensitive()
            ? null
            : new Misspelling(near, name, other.origin().written());
      }
    }
    return null;
  }

  private static @Nullable String near(String name, Collection<String> written) {
    List<String> candidates = new ArrayList<>(written);
    candidates.removeAll(VALID);
    candidates.sort(null);
    return Nearest.of(name, candidates);
  }

  /** A finding that something is missing, saying under which name it is written. */
  public static Finding explain(@Nullable Misspelling misspelling, Finding finding) {
    if (misspelling == null) {
      return finding;
    }
    String hint = Nearest.hint(misspelling.written, List.of(misspelling.meant));
    String words = misspelling.written + " is not a property of the resource" + hint;
    return finding
        .alsoWith(List.of(new Finding.Related(words, misspelling.at)))
        .helped(
            "rename " + misspelling.written + " (" + misspelling.at + ") to " + misspelling.meant);
  }
}

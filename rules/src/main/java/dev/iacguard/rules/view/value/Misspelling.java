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
 * A property under a name that its resource type does not have, or in a place where it does not
 * count. The service refuses such a property, or ignores it.
 *
 * @param words what is wrong
 * @param help what to do
 * @param at where the wrong name is written
 */
public record Misspelling(String words, String help, Span at) {
  /** The names that templates have beside the properties. */
  private static final Set<String> BESIDE = Set.of("DeletionPolicy", "DependsOn");

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
      Span elsewhere = resource.attributes().misplaced(first);
      if (elsewhere != null) {
        return misplaced(first, elsewhere);
      }
      String near = near(first, resource.attributes().names());
      return near == null ? null : misspelt(near, first, resource.attributes().writtenAt(near));
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
            : misspelt(near, name, other.origin().written());
      }
    }
    return null;
  }

  private static Misspelling misspelt(String written, String meant, Span at) {
    String hint = Nearest.hint(written, List.of(meant));
    return new Misspelling(
        written + " is not a property of the resource" + hint,
        "rename " + written + " (" + at + ") to " + meant,
        at);
  }

  private static Misspelling misplaced(String name, Span at) {
    return BESIDE.contains(name)
        ? new Misspelling(
            name + " does not count in Properties",
            "move " + name + " (" + at + ") out of Properties, beside Type",
            at)
        : new Misspelling(
            name + " does not count beside Properties",
            "move " + name + " (" + at + ") into Properties",
            at);
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
    return finding
        .alsoWith(List.of(new Finding.Related(misspelling.words, misspelling.at)))
        .helped(misspelling.help);
  }
}

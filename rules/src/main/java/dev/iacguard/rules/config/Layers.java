package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Entry;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges one configuration over another: groups of keys are merged, everything else is replaced,
 * and lists of whole entries are appended to those below.
 */
final class Layers {
  private static final Set<String> APPENDED =
      Set.of("environments", "waivers", "custom-rules", "exclude");

  private Layers() {}

  static Mapping over(Mapping below, Mapping above) {
    Map<String, Entry> entries = new LinkedHashMap<>(below.entries());
    above
        .entries()
        .forEach(
            (key, entry) -> {
              Entry lower = entries.get(key);
              entries.put(
                  key,
                  lower == null
                      ? entry
                      : new Entry(entry.key(), over(key, lower.value(), entry.value())));
            });
    return new Mapping(above.at(), entries);
  }

  private static ConfigNode over(String key, ConfigNode below, ConfigNode above) {
    if (below instanceof Mapping lower && above instanceof Mapping upper) {
      return over(lower, upper);
    }
    if (APPENDED.contains(key)
        && below instanceof Sequence lower
        && above instanceof Sequence upper) {
      List<ConfigNode> items = new ArrayList<>(lower.items());
      items.addAll(upper.items());
      return new Sequence(upper.at(), List.copyOf(items));
    }
    return above;
  }
}

package dev.iacguard.cli.change;

import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Entry;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Sequence;
import dev.iacguard.core.config.ConfigText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a policy by what they are for and their keys.
 *
 * @param general those for everything, by their keys joined by dots
 * @param scoped those of each environment, by what the environment matches
 */
record Settings(Map<String, ConfigNode> general, Map<String, Map<String, ConfigNode>> scoped) {
  private static final String ENVIRONMENTS = "environments";
  private static final String CUSTOM_RULES = "custom-rules";

  static Settings of(Mapping policy) {
    Map<String, ConfigNode> general = new LinkedHashMap<>();
    Map<String, Map<String, ConfigNode>> scoped = new LinkedHashMap<>();
    for (Map.Entry<String, Entry> one : policy.entries().entrySet()) {
      ConfigNode value = one.getValue().value();
      switch (one.getKey()) {
        case Waivers.KEY, "version" -> {}
        case ENVIRONMENTS -> items(value).forEach((scope, item) -> scoped.put(scope, leaves(item)));
        case CUSTOM_RULES ->
            items(value).forEach((id, rule) -> general.put(CUSTOM_RULES + "." + id, rule));
        default -> collect(one.getKey(), value, general);
      }
    }
    return new Settings(general, scoped);
  }

  /** The groups of keys of a list, by what tells them apart; later ones of the same lie on top. */
  private static Map<String, Mapping> items(ConfigNode list) {
    Map<String, Mapping> items = new LinkedHashMap<>();
    if (list instanceof Sequence sequence) {
      for (ConfigNode item : sequence.items()) {
        if (item instanceof Mapping mapping) {
          items.put(identity(mapping), mapping);
        }
      }
    }
    return items;
  }

  private static String identity(Mapping item) {
    ConfigNode id = item.get("id");
    if (id != null) {
      return ConfigText.of(id);
    }
    String match = words(item.get("match"));
    String stages = words(item.get("stages"));
    String named = stages.isEmpty() ? "" : "stages " + stages;
    return match + (match.isEmpty() || named.isEmpty() ? "" : ", ") + named;
  }

  private static String words(@Nullable ConfigNode list) {
    String text = list == null ? "" : ConfigText.of(list);
    return text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
  }

  private static Map<String, ConfigNode> leaves(Mapping environment) {
    Map<String, ConfigNode> leaves = new LinkedHashMap<>();
    environment
        .entries()
        .forEach(
            (key, entry) -> {
              if (!key.equals("name") && !key.equals("match") && !key.equals("stages")) {
                collect(key, entry.value(), leaves);
              }
            });
    return leaves;
  }

  private static void collect(String key, ConfigNode value, Map<String, ConfigNode> leaves) {
    if (value instanceof Mapping mapping) {
      mapping.entries().forEach((name, entry) -> collect(key + "." + name, entry.value(), leaves));
    } else {
      leaves.put(key, value);
    }
  }
}

package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Entry;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Sequence;
import dev.iacguard.core.rule.RuleInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the names of rules into ids, so that files can be laid over one another. */
final class RuleNames {
  private static final String RULES = "rules";

  private final Map<String, String> ids = new HashMap<>();

  RuleNames(List<RuleInfo> rules) {
    rules.forEach(rule -> ids.put(rule.name(), rule.id()));
  }

  /** A policy, or an environment of one, with ids for names under {@code rules}. */
  Mapping asIds(Mapping policy, List<ConfigError> errors) {
    Map<String, Entry> entries = new LinkedHashMap<>(policy.entries());
    entries.computeIfPresent(
        RULES, (key, entry) -> new Entry(entry.key(), severities(entry.value(), errors)));
    entries.computeIfPresent(
        "environments", (key, entry) -> new Entry(entry.key(), each(entry.value(), errors)));
    return new Mapping(policy.at(), entries);
  }

  private ConfigNode each(ConfigNode environments, List<ConfigError> errors) {
    return environments instanceof Sequence sequence
        ? new Sequence(
            sequence.at(),
            sequence.items().stream()
                .map(item -> item instanceof Mapping one ? asIds(one, errors) : item)
                .toList())
        : environments;
  }

  private ConfigNode severities(ConfigNode written, List<ConfigError> errors) {
    if (!(written instanceof Mapping mapping)) {
      return written;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              String id = ids.getOrDefault(name, name);
              Entry first = entries.putIfAbsent(id, entry);
              if (first != null) {
                String message =
                    "rule " + id + " is written twice, first in line " + first.key().line();
                errors.add(new ConfigError(entry.key(), message));
              }
            });
    return new Mapping(mapping.at(), entries);
  }
}

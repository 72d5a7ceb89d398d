package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Entry;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Sequence;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.source.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Resolves the names of rules: the built-in ones, and the policy's own that have been read. Turns
 * names into ids, so that files can be laid over one another.
 */
final class RuleNames {
  private static final String RULES = "rules";
  private static final Set<String> ON_INPUT =
      Set.of(Problem.NOT_AVAILABLE, Problem.INVALID_WAIVER, Problem.POLICY_CHANGED);

  private final Map<String, String> ids = new HashMap<>();

  RuleNames(List<RuleInfo> rules) {
    rules.forEach(rule -> put(rule.id(), rule.name()));
  }

  private void put(String id, String name) {
    ids.putIfAbsent(id, id);
    ids.putIfAbsent(name, id);
  }

  /** Takes in the custom rules of a file, also those that something is wrong with. */
  void meet(Mapping policy) {
    for (ConfigNode item : Nodes.items(policy.get("custom-rules"))) {
      if (item instanceof Mapping rule) {
        String id = Nodes.text(rule.get("id"));
        String name = Nodes.text(rule.get("name"));
        if (id != null && name != null) {
          put(id, name);
        }
      }
    }
  }

  /** The id of the rule that a word names; the word itself where there is none. */
  String id(String word) {
    return ids.getOrDefault(word, word);
  }

  /**
   * @param errors takes a word that is neither the id nor the name of a rule
   */
  void check(String word, Span at, List<ConfigError> errors) {
    if (!ids.containsKey(word)) {
      String hint = Nearest.hint(word, new TreeSet<>(ids.keySet()));
      errors.add(new ConfigError(at, "unknown rule '" + word + "'" + hint));
    }
  }

  /**
   * The same for all that is given a severity, and what cannot be given one.
   *
   * @param policy the policy, or an environment of one
   * @param everywhere whether it is the policy itself
   */
  void checkRules(Mapping policy, boolean everywhere, List<ConfigError> errors) {
    if (policy.get(RULES) instanceof Mapping rules) {
      rules
          .entries()
          .forEach(
              (rule, entry) -> {
                check(rule, entry.key(), errors);
                if (rule.equals(Problem.UNREADABLE) || rule.equals(Problem.LIMIT)) {
                  String why = " cannot be turned off: what could not be read was not checked";
                  errors.add(new ConfigError(entry.key(), rule + why));
                } else if (!everywhere && ON_INPUT.contains(rule)) {
                  String why =
                      " does not depend on the environment; set its severity under the top-level rules";
                  errors.add(new ConfigError(entry.key(), rule + why));
                }
              });
    }
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
                    "rule " + id + " appears twice, first on line " + first.key().line();
                errors.add(new ConfigError(entry.key(), message));
              }
            });
    return new Mapping(mapping.at(), entries);
  }
}

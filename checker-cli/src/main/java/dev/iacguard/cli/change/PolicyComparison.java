package dev.iacguard.cli.change;

import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigText;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says which values of a policy are others than before. */
public final class PolicyComparison {
  private static final String NOT_SET = "not set";
  private static final int LONGEST = 80;

  private final Settings then;
  private final Settings now;
  private final Map<String, String> defaults;
  private final Span end;
  private final String place;
  private final List<Weakening> found = new ArrayList<>();

  private PolicyComparison(
      Mapping then, Mapping now, Map<String, String> defaults, Span end, String place) {
    this.then = Settings.of(then);
    this.now = Settings.of(now);
    this.defaults = defaults;
    this.end = end;
    this.place = place;
  }

  /**
   * @param then all that the earlier policy says
   * @param now all that the policy says
   * @param defaults what holds for keys that neither needs to have
   * @param end the place of what is gone
   * @param place what the policy as a whole is for, in words; empty for everything
   * @param ids turns a rule's name into its id
   */
  public static List<Weakening> of(
      Mapping then,
      Mapping now,
      Map<String, String> defaults,
      Span end,
      String place,
      UnaryOperator<String> ids) {
    PolicyComparison comparison = new PolicyComparison(then, now, defaults, end, place);
    comparison.compare();
    List<Weakening> all = new ArrayList<>(comparison.found);
    all.addAll(Waivers.added(then, now, ids));
    return all;
  }

  private void compare() {
    compare("", then.general(), now.general());
    for (String scope : both(then.scoped(), now.scoped())) {
      // What an environment does not say is what the policy says for everything.
      compare(
          scope,
          over(then.general(), then.scoped().get(scope), now.scoped().get(scope)),
          over(now.general(), now.scoped().get(scope), then.scoped().get(scope)));
    }
  }

  /** The values of the keys that an environment has at either end. */
  private static Map<String, ConfigNode> over(
      Map<String, ConfigNode> general,
      @Nullable Map<String, ConfigNode> own,
      @Nullable Map<String, ConfigNode> other) {
    Map<String, ConfigNode> values = new LinkedHashMap<>();
    if (own != null) {
      values.putAll(own);
    }
    if (other != null) {
      for (String key : other.keySet()) {
        ConfigNode below = general.get(key);
        if (below != null) {
          values.putIfAbsent(key, below);
        }
      }
    }
    return values;
  }

  private void compare(String scope, Map<String, ConfigNode> old, Map<String, ConfigNode> fresh) {
    for (String key : both(old, fresh)) {
      ConfigNode before = old.get(key);
      ConfigNode after = fresh.get(key);
      String was = words(key, before);
      String is = words(key, after);
      if (!was.equals(is)) {
        String where = scope.isEmpty() ? place : scope;
        found.add(
            new Weakening(
                key + " " + scope,
                after == null ? end : after.at(),
                change(key, was, is, after) + (where.isEmpty() ? "" : " for " + where)));
      }
    }
  }

  private static String change(String key, String was, String is, @Nullable ConfigNode after) {
    return after instanceof Mapping && !was.equals(NOT_SET)
        ? key + " is changed"
        : after instanceof Mapping ? key + " is added" : key + " " + cut(was) + " -> " + cut(is);
  }

  private String words(String key, @Nullable ConfigNode value) {
    return value == null ? defaults.getOrDefault(key, NOT_SET) : ConfigText.of(value);
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }

  private static Set<String> both(Map<String, ?> one, Map<String, ?> other) {
    Set<String> keys = new LinkedHashSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys;
  }
}

package dev.iacguard.core.rule.scenario;

import dev.iacguard.core.model.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What conditions are about. Answers to conditions about different inputs never exclude each other,
 * so only those about the same need to be looked at together.
 */
public final class ConditionInputs {
  // Most questions are answered without one condition: a map for each of them would be a lot.
  private @Nullable IdentityHashMap<Condition, Set<String>> known;

  /** The decisions that a new one may contradict: about the same inputs, or linked to such. */
  public List<Decision> linked(List<Decision> decisions, Condition condition) {
    Set<String> topics = new HashSet<>(of(condition));
    List<Decision> open = new ArrayList<>(decisions);
    List<Decision> linked = new ArrayList<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int i = open.size() - 1; i >= 0; i--) {
        Set<String> its = of(open.get(i).condition());
        if (its.stream().anyMatch(topics::contains)) {
          topics.addAll(its);
          linked.add(open.remove(i));
          grown = true;
        }
      }
    }
    return linked;
  }

  private Set<String> of(Condition condition) {
    if (known == null) {
      known = new IdentityHashMap<>();
    }
    Set<String> topics = known.get(condition);
    if (topics == null) {
      topics = new HashSet<>();
      add(condition, topics);
      known.put(condition, topics);
    }
    return topics;
  }

  private static void add(Condition condition, Set<String> topics) {
    switch (condition) {
      case Condition.Flag flag -> topics.add(flag.subject());
      case Condition.Equals equals -> topics.add(equals.subject());
      case Condition.Named named -> add(named.definition(), topics);
      case Condition.Not not -> add(not.inner(), topics);
      case Condition.AllOf all -> all.parts().forEach(part -> add(part, topics));
      case Condition.AnyOf any -> any.parts().forEach(part -> add(part, topics));
    }
  }
}

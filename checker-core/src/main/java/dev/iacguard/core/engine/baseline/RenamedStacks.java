package dev.iacguard.core.engine.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises findings whose stack has moved to another path. */
final class RenamedStacks {
  private final Map<Key, List<BaselineFinding>> gone = new HashMap<>();

  /** What stays the same when a stack is renamed. */
  private record Key(String rule, String resource) {

    static Key of(BaselineFinding baselineFinding) {
      String resource =
          baselineFinding.resource().equals(baselineFinding.stack())
              ? ""
              : baselineFinding.resource();
      return new Key(baselineFinding.rule(), resource);
    }
  }

  /**
   * @param gone findings of stacks that are there no more
   */
  RenamedStacks(List<BaselineFinding> gone) {
    gone.forEach(
        baselineFinding ->
            this.gone
                .computeIfAbsent(Key.of(baselineFinding), key -> new ArrayList<>())
                .add(baselineFinding));
  }

  /** For findings that are not known by their fingerprint, what each was before. */
  Map<BaselineFinding, BaselineFinding> match(List<BaselineFinding> fresh) {
    Map<Key, List<BaselineFinding>> byKey = new HashMap<>();
    for (BaselineFinding baselineFinding : fresh) {
      byKey.computeIfAbsent(Key.of(baselineFinding), key -> new ArrayList<>()).add(baselineFinding);
    }
    Map<BaselineFinding, BaselineFinding> matches = new HashMap<>();
    byKey.forEach(
        (key, found) -> {
          List<BaselineFinding> candidates = gone.getOrDefault(key, List.of());
          for (BaselineFinding now : candidates.isEmpty() ? List.<BaselineFinding>of() : found) {
            BaselineFinding before = nearest(now, candidates);
            if (before != null && now.equals(nearest(before, found))) {
              matches.put(now, before);
            }
          }
        });
    return matches;
  }

  /** The one whose stack's path ends most like the other's; null when several do. */
  private static @Nullable BaselineFinding nearest(
      BaselineFinding baselineFinding, List<BaselineFinding> candidates) {
    BaselineFinding best = null;
    int most = -1;
    for (BaselineFinding candidate : candidates) {
      int common = commonEnd(baselineFinding.stack(), candidate.stack());
      if (common > most) {
        most = common;
        best = candidate;
      } else if (common == most) {
        best = null;
      }
    }
    return best;
  }

  /** How many names two paths have in common at their end. */
  private static int commonEnd(String one, String other) {
    String[] names = one.split("/", -1);
    String[] others = other.split("/", -1);
    int common = 0;
    while (common < Math.min(names.length, others.length)
        && names[names.length - 1 - common].equals(others[others.length - 1 - common])) {
      common++;
    }
    return common;
  }
}

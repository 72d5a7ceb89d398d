package dev.iacguard.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows findings again whose stack has another path now. */
final class Renaming {
  private final Map<Key, List<Known>> gone = new HashMap<>();

  /** What stays the same when a stack is renamed. */
  private record Key(String rule, String resource) {

    static Key of(Known known) {
      String resource = known.resource().equals(known.stack()) ? "" : known.resource();
      return new Key(known.rule(), resource);
    }
  }

  /**
   * @param gone findings of stacks that are there no more
   */
  Renaming(List<Known> gone) {
    gone.forEach(
        known -> this.gone.computeIfAbsent(Key.of(known), key -> new ArrayList<>()).add(known));
  }

  /** For findings that are not known by their fingerprint, what each was before. */
  Map<Known, Known> match(List<Known> fresh) {
    Map<Key, List<Known>> byKey = new HashMap<>();
    for (Known known : fresh) {
      byKey.computeIfAbsent(Key.of(known), key -> new ArrayList<>()).add(known);
    }
    Map<Known, Known> matches = new HashMap<>();
    byKey.forEach(
        (key, found) -> {
          List<Known> candidates = gone.getOrDefault(key, List.of());
          for (Known now : candidates.isEmpty() ? List.<Known>of() : found) {
            Known before = nearest(now, candidates);
            if (before != null && now.equals(nearest(before, found))) {
              matches.put(now, before);
            }
          }
        });
    return matches;
  }

  /** The one whose stack's path ends most like the other's; null when several do. */
  private static @Nullable Known nearest(Known known, List<Known> candidates) {
    Known best = null;
    int most = -1;
    for (Known candidate : candidates) {
      int common = commonEnd(known.stack(), candidate.stack());
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

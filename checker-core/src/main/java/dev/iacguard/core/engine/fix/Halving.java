package dev.iacguard.core.engine.fix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the changes that make a stack or a file worse by leaving out half of those that may be at
 * fault. Several stacks are searched at the same time, each with its own halves. What passes is
 * applied; the other half is tried on top of it.
 */
final class Halving {
  private final Map<Comparison.Place, Search> searches = new LinkedHashMap<>();

  /**
   * Changes that wait.
   *
   * @param faulty whether one of them is known to make it worse
   */
  private record Part(Set<VerdictKey> keys, boolean faulty) {}

  private static final class Search {
    private Set<VerdictKey> tried = new HashSet<>();
    private final Deque<Part> waiting = new ArrayDeque<>();

    private boolean isOver() {
      return tried.isEmpty() && waiting.isEmpty();
    }

    private boolean isWaiting(VerdictKey key) {
      return waiting.stream().anyMatch(part -> part.keys.contains(key));
    }

    /** Takes the next part when nothing is being tried; of a faulty one, half of it. */
    private void advance() {
      while (tried.isEmpty() && !waiting.isEmpty()) {
        Part next = waiting.pop();
        if (next.faulty && next.keys.size() > 1) {
          List<VerdictKey> keys = next.keys.stream().sorted(VerdictKey.ORDER).toList();
          int half = keys.size() / 2;
          tried = new HashSet<>(keys.subList(0, half));
          waiting.push(new Part(new HashSet<>(keys.subList(half, keys.size())), true));
        } else {
          tried = new HashSet<>(next.keys);
        }
      }
    }

    /** The fault is in the first half, or also in it: nothing is known of the second any more. */
    private void fail(List<Candidate> suspects) {
      if (!waiting.isEmpty()) {
        waiting.push(new Part(waiting.pop().keys, false));
      }
      int half = suspects.size() / 2;
      tried = keys(suspects.subList(0, half));
      if (half > 0) {
        waiting.push(new Part(keys(suspects.subList(half, suspects.size())), true));
      }
    }

    private void pass(Set<VerdictKey> applied) {
      tried.removeAll(applied);
      if (!tried.isEmpty()) {
        waiting.addLast(new Part(tried, false));
        tried = new HashSet<>();
      }
    }

    private void keepOnly(Set<VerdictKey> open) {
      tried.retainAll(open);
      waiting.forEach(part -> part.keys.retainAll(open));
      waiting.removeIf(part -> part.keys.isEmpty());
    }
  }

  private static Set<VerdictKey> keys(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::key).collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether changes wait for others to be tried. */
  boolean isOpen() {
    return !searches.isEmpty();
  }

  /** Forgets which changes wait. */
  void end() {
    searches.clear();
  }

  /**
   * Those to be tried now.
   *
   * @param open all that there are
   */
  List<Candidate> select(List<Candidate> candidates, Set<VerdictKey> open) {
    searches.values().forEach(search -> search.keepOnly(open));
    searches.values().forEach(Search::advance);
    searches.values().removeIf(Search::isOver);
    return searches.isEmpty()
        ? candidates
        : candidates.stream().filter(each -> !mustWait(each)).toList();
  }

  private boolean mustWait(Candidate candidate) {
    VerdictKey key = candidate.key();
    return searches.entrySet().stream()
        .anyMatch(
            each ->
                each.getValue().isWaiting(key)
                    || (candidate.concerns(each.getKey()) && !each.getValue().tried.contains(key)));
  }

  /**
   * A stack or a file got worse.
   *
   * @param suspects those of the changes that may be at fault
   * @return those to leave out now: the one at fault, if it is found, or half of them
   */
  List<Candidate> failed(Comparison.Place worse, List<Candidate> suspects) {
    Search search = searches.computeIfAbsent(worse, any -> new Search());
    List<Candidate> tried =
        suspects.stream().filter(each -> search.tried.contains(each.key())).toList();
    List<Candidate> all = tried.isEmpty() ? suspects : tried;
    search.fail(all);
    return new ArrayList<>(all.subList(all.size() / 2, all.size()));
  }

  /** Whether others are tried for a stack or file, so that the one at fault is not found yet. */
  boolean isTrying(Comparison.Place worse) {
    Search search = searches.get(worse);
    return search != null && !search.tried.isEmpty();
  }

  /** Nothing got worse by these. */
  void passed(List<Candidate> applied) {
    Set<VerdictKey> keys = keys(applied);
    searches.values().forEach(search -> search.pass(keys));
  }
}

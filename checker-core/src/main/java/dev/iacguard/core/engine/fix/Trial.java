package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditSet;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Applies changes and leaves out those that do not help or that make something worse, until what is
 * left passes.
 */
final class Trial {
  /** How often it is judged after the limit, without the changes of all stacks that got worse. */
  private static final int LAST = 3;

  private final FixWork work;
  private final Tries tries;
  private final Halving halving = new Halving();
  private boolean stuck;

  Trial(FixWork work, Tries tries) {
    this.work = work;
    this.tries = tries;
  }

  /** Whether changes wait for others to be tried. */
  boolean isOpen() {
    return halving.isOpen();
  }

  /** Whether all changes wait for one another. */
  boolean isStuck() {
    return stuck;
  }

  /** Forgets which changes wait. */
  void end() {
    halving.end();
  }

  /**
   * What passed.
   *
   * @param texts of all files with edits, by path as shown
   */
  record Passed(
      Judged judged, Map<String, String> texts, List<Candidate> applied, List<Edit> edits) {}

  /**
   * @param now the tree that the changes are made for
   * @param texts of its files with edits, by path as shown
   * @param lenient as in {@link Comparison}
   */
  record Base(Judged now, Map<String, String> texts, Predicate<String> lenient) {}

  /**
   * @param settled changes that have passed and are made again beside the others
   * @param open all changes that there are, others than these among them
   */
  Passed run(Base base, List<Candidate> settled, List<Candidate> candidates, Set<VerdictKey> open) {
    Set<Candidate> sure = Collections.newSetFromMap(new IdentityHashMap<>());
    sure.addAll(settled);
    List<Candidate> kept = halving.select(candidates, open);
    stuck = kept.isEmpty();
    int last = 0;
    while (!kept.isEmpty() && last <= LAST) {
      last += work.isUsedUp() ? 1 : 0;
      EditSet edits = new EditSet();
      List<Candidate> all = new ArrayList<>(settled);
      all.addAll(kept);
      List<Candidate> applied = new ArrayList<>(apply(all, edits));
      applied.removeIf(sure::contains);
      Map<String, String> edited = new LinkedHashMap<>(base.texts);
      edited.putAll(edits.texts());
      Judged then = work.judge(edited);
      Comparison comparison = new Comparison(base.now.result(), then.result(), base.lenient);
      Set<Candidate> bad = bad(applied, comparison);
      if (bad.isEmpty()) {
        halving.passed(applied);
        return new Passed(then, edited, applied, edits.edits());
      }
      kept = kept.stream().filter(each -> !bad.contains(each)).toList();
    }
    kept.forEach(tries::untried);
    return new Passed(base.now, base.texts, List.of(), List.of());
  }

  /** Those that fit together, corrections first. */
  private static List<Candidate> apply(List<Candidate> candidates, EditSet edits) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(Comparator.comparing(candidate -> !candidate.corrects()));
    Map<Span, Candidate> strings = new HashMap<>();
    List<Candidate> applied = new ArrayList<>();
    for (Candidate candidate : sorted) {
      boolean free =
          candidate
              .strings()
              .map(strings::get)
              .filter(Objects::nonNull)
              .allMatch(other -> other.edits().equals(candidate.edits()));
      if (free && edits.add(candidate.edits())) {
        candidate.strings().forEach(at -> strings.putIfAbsent(at, candidate));
        applied.add(candidate);
      }
    }
    return applied;
  }

  /**
   * The changes to do without: those that change nothing for the better, else some of those that
   * may have made a stack or a file worse. Nothing is better in a file that cannot be read.
   */
  private Set<Candidate> bad(List<Candidate> applied, Comparison comparison) {
    Set<Candidate> bad = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<String> broken =
        comparison.worse().stream().map(each -> each.place().path()).collect(Collectors.toSet());
    applied.stream()
        .filter(each -> !comparison.isBetter(each.key()) && !each.isIn(broken))
        .forEach(bad::add);
    if (!bad.isEmpty()) {
      bad.forEach(tries::useless);
      return bad;
    }
    for (Comparison.Worse worse : comparison.worse()) {
      List<Candidate> suspects = comparison.suspects(worse, applied);
      if (work.isUsedUp()) {
        suspects.forEach(tries::untried);
        bad.addAll(suspects);
        continue;
      }
      List<Candidate> out = halving.failed(worse.place(), suspects);
      if (out.size() == 1 && !halving.isTrying(worse.place())) {
        tries.harmful(out.getFirst(), worse.reason());
      }
      bad.addAll(out);
    }
    return bad;
  }
}

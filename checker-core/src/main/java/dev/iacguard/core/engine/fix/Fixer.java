package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.GivenValues;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Carries out the fixes of findings. An edit is kept only when its finding is gone, or says less,
 * and no verdict of any stack got worse.
 */
public final class Fixer {
  private static final int ROUNDS = 10;

  /** How often stacks that got worse in the end are fixed anew, more carefully. */
  private static final int REPEATS = 2;

  private final GivenValues given;
  private final Predicate<ReportedFinding> wanted;
  private final EditedTree tree;
  private final int workFactor;

  /**
   * @param wanted which findings are to be fixed
   * @param workFactor how many times the usual work is allowed
   */
  public Fixer(
      GivenValues given, Predicate<ReportedFinding> wanted, EditedTree tree, int workFactor) {
    this.given = given;
    this.wanted = wanted;
    this.tree = tree;
    this.workFactor = workFactor;
  }

  /**
   * Fixes findings. What an edit makes possible, or necessary, the next round can do. What is found
   * because of an edit is to be fixed too, whatever its rule.
   */
  public FixResult fix(Judged start) {
    Tries tries = new Tries();
    FixWork work = new FixWork(tree, start, workFactor);
    CandidateFinder finder =
        new CandidateFinder(
            given, finding -> wanted.test(finding) || !start.has(finding), tree, tries);
    AppliedEdits applied = new AppliedEdits(start);
    Set<String> careful = new HashSet<>();
    for (int repeat = 0; repeat <= REPEATS; repeat++) {
      rounds(applied, finder, new Trial(work, tries), work, stack -> !careful.contains(stack));
      List<String> stacks = applied.stacks();
      Set<String> worse = undo(applied, work, tries, repeat == REPEATS);
      // Of two templates that say the same, one is a stack; when that is edited, both are.
      if (worse.isEmpty() && applied.stacks().equals(stacks)) {
        break;
      }
      careful.addAll(worse);
    }
    return applied.result(tries, work);
  }

  private static void rounds(
      AppliedEdits applied,
      CandidateFinder finder,
      Trial trial,
      FixWork work,
      Predicate<String> lenient) {
    for (int round = 0; round < ROUNDS; ) {
      List<Candidate> candidates = finder.of(applied.now());
      if (work.isUsedUp()) {
        break;
      }
      Set<VerdictKey> open = candidates.stream().map(Candidate::key).collect(Collectors.toSet());
      List<Candidate> first = formatsFirst(candidates);
      Trial.Base base = new Trial.Base(applied.now(), applied.texts(), lenient);
      Trial.Passed passed = trial.run(base, List.of(), first, open);
      if (passed.edits().isEmpty() && first.size() < candidates.size()) {
        List<Candidate> others = finder.of(applied.now());
        passed = trial.run(base, List.of(), others, open);
      }
      boolean nothing = passed.edits().isEmpty();
      if (nothing && !trial.isOpen()) {
        return;
      }
      applied.add(passed);
      if (trial.isStuck() || !trial.isOpen()) {
        round++;
        trial.end();
      }
    }
    finder.of(applied.now()).forEach(finder.tries()::untried);
  }

  /**
   * Takes back the edits of stacks that are worse than at the start. The whole tree is judged, so
   * that no stack is left out that an edit reaches in a way that is not foreseen.
   *
   * @param last whether these edits are not tried again
   * @return the stacks, empty when no edit was taken back
   */
  private static Set<String> undo(AppliedEdits applied, FixWork work, Tries tries, boolean last) {
    Set<String> stacks = new HashSet<>();
    boolean whole = false;
    while (!applied.texts().isEmpty()) {
      Comparison comparison = applied.sinceStart();
      if (comparison.worse().isEmpty() && whole) {
        break;
      }
      for (Comparison.Worse worse : comparison.worse()) {
        for (Candidate each : applied.remove(worse, comparison)) {
          stacks.add(each.finding().verdict().subject().stack());
          if (last) {
            tries.harmful(each, worse.reason());
          }
        }
      }
      whole = comparison.worse().isEmpty();
      applied.judged(whole ? work.judgeWhole(applied.texts()) : work.judge(applied.texts()));
    }
    return stacks;
  }

  /**
   * What each finding takes, every time as an edit of the code as it is. Those that clash are
   * judged one after the other. What cannot be fixed at once is left out, and so is what others
   * fix, or what a correction of the same string may make needless.
   */
  public SuggestedEdits suggest(Judged start) {
    Map<String, List<Edit>> suggestions = new LinkedHashMap<>();
    Tries tries = new Tries();
    FixWork work = new FixWork(tree, start, workFactor);
    Trial trial = new Trial(work, tries);
    List<Candidate> left = new CandidateFinder(given, wanted, tree, tries).of(start);
    Trial.Base base = new Trial.Base(start, Map.of(), stack -> false);
    List<Candidate> together = new ArrayList<>();
    while (!left.isEmpty() && !work.isUsedUp()) {
      Set<VerdictKey> open = left.stream().map(Candidate::key).collect(Collectors.toSet());
      Trial.Passed passed = trial.run(base, together, left, open);
      List<Candidate> applied = passed.applied();
      together.addAll(applied);
      applied.forEach(each -> suggestions.put(each.finding().fingerprint(), each.edits()));
      Set<VerdictKey> done = applied.stream().map(Candidate::key).collect(Collectors.toSet());
      Set<Span> corrected =
          applied.stream()
              .filter(Candidate::corrects)
              .flatMap(Candidate::strings)
              .collect(Collectors.toSet());
      left =
          left.stream()
              .filter(each -> !done.contains(each.key()) && tries.mayTry(each.key()))
              .filter(each -> applied.isEmpty() || passed.judged().keys().contains(each.key()))
              .filter(each -> each.strings().noneMatch(corrected::contains))
              .toList();
      boolean over = trial.isStuck() || !trial.isOpen();
      boolean clash = applied.isEmpty() && !together.isEmpty();
      if (over || clash) {
        together.clear();
      }
      if (over) {
        trial.end();
      }
    }
    left.forEach(tries::untried);
    return new SuggestedEdits(suggestions, tries.untried());
  }

  /** New formats wait until those that they may follow are as they will be. */
  private static List<Candidate> formatsFirst(List<Candidate> candidates) {
    List<Candidate> changes = candidates.stream().filter(Candidate::changesFormat).toList();
    boolean wait =
        !changes.isEmpty()
            && candidates.stream().anyMatch(each -> NewLines.isIn(each.intentions()));
    return wait ? changes : candidates;
  }
}

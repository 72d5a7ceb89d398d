package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares the verdicts before and after an edit, each stack by itself: what a stage is compared
 * with in other stacks changes with these.
 */
final class Comparison {
  private static final List<Verdict> NONE = List.of();

  private final Map<VerdictKey, Verdict> before;
  private final Map<VerdictKey, Verdict> after;
  private final Predicate<String> lenient;
  private final Set<String> changed;
  private final Map<Place, Worse> worse = new LinkedHashMap<>();

  /**
   * A stack or a file.
   *
   * @param stack empty for what belongs to no stack
   * @param path as shown; empty for a stack
   */
  record Place(String stack, String path) {}

  /** What got worse. */
  record Worse(Place place, String reason) {}

  /**
   * @param lenient in which stacks a verdict may get worse for now, since the next round can fix it
   */
  Comparison(CheckResult before, CheckResult after, Predicate<String> lenient) {
    this.lenient = lenient;
    this.changed = changed(before, after);
    this.before = heaviest(before);
    this.after = heaviest(after);
    this.after.forEach(this::compare);
    Set<String> known = new HashSet<>();
    before.problems().forEach(problem -> known.add(shown(problem)));
    for (Problem problem : after.problems()) {
      if (!known.contains(shown(problem))) {
        String reason = problem.at() + ": " + problem.message();
        add(new Place("", problem.at().path()), reason);
      }
    }
  }

  private void add(Place place, String reason) {
    worse.putIfAbsent(place, new Worse(place, reason));
  }

  /** The stacks that were judged in between: the reports of the others are the same objects. */
  private static Set<String> changed(CheckResult before, CheckResult after) {
    Set<StackReport> known = reports(before);
    return after.apart().stream()
        .filter(report -> !known.contains(report))
        .map(StackReport::stack)
        .collect(Collectors.toSet());
  }

  /** The reports of each stack by itself, told apart as objects. */
  static Set<StackReport> reports(CheckResult result) {
    Set<StackReport> reports = Collections.newSetFromMap(new IdentityHashMap<>());
    reports.addAll(result.apart());
    return reports;
  }

  private Map<VerdictKey, Verdict> heaviest(CheckResult result) {
    Map<VerdictKey, Verdict> verdicts = new HashMap<>();
    for (StackReport report : result.apart()) {
      for (Verdict verdict : changed.contains(report.stack()) ? report.verdicts() : NONE) {
        verdicts.merge(
            VerdictKey.of(verdict),
            verdict,
            (one, other) -> other.kind().isHeavierThan(one.kind()) ? other : one);
      }
    }
    return verdicts;
  }

  private static String shown(Problem problem) {
    return problem.rule() + " " + problem.at().path() + " " + problem.message();
  }

  private void compare(VerdictKey key, Verdict now) {
    if (now.finding() == null || now.severity() == Severity.OFF) {
      return;
    }
    Verdict then = before.get(key);
    boolean gotWorse =
        (then == null || then.kind() == Verdict.Kind.NOT_APPLICABLE)
            ? isFaultOfEdit(now)
            : now.kind().isHeavierThan(then.kind()) && !isForNow(key, now, then);
    if (gotWorse) {
      String reason = key.rule() + " " + key.subject() + ": " + now.finding().message();
      add(new Place(key.stack(), ""), reason);
    }
  }

  /** A stage that logs needs more than one that does not, such as an order. */
  private boolean isForNow(VerdictKey key, Verdict now, Verdict then) {
    return lenient.test(key.stack())
        && then.kind() == Verdict.Kind.PASS
        && now.severity() != Severity.ERROR
        && isFixable(now);
  }

  private static boolean isFixable(Verdict now) {
    return now.finding() != null && now.finding().fix() instanceof Fix.Change;
  }

  /**
   * A rule that had nothing to judge before may have now, since there is an access log. What the
   * next round can fix, notes, and what is unknown do not count against the edit.
   */
  private static boolean isFaultOfEdit(Verdict now) {
    boolean sure = now.kind() == Verdict.Kind.FAIL || now.kind() == Verdict.Kind.CONDITIONAL;
    return sure && !isFixable(now) && now.severity() == Severity.ERROR;
  }

  /** The first that got worse of each stack and of each file. */
  Collection<Worse> worse() {
    return worse.values();
  }

  /**
   * The changes that may be at fault: those of findings of the stack, and those of files that
   * declare what the stack consists of.
   */
  List<Candidate> suspects(Worse worst, List<Candidate> applied) {
    Place place = worst.place();
    Set<String> paths = new HashSet<>();
    after.forEach(
        (key, verdict) -> {
          if (key.stack().equals(place.stack())) {
            paths.add(verdict.declared().path());
          }
        });
    List<Candidate> suspects =
        applied.stream().filter(each -> each.concerns(place) || each.isIn(paths)).toList();
    return suspects.isEmpty() ? applied : suspects;
  }

  /** Whether a verdict that was reported is not any more, or says less. */
  boolean isBetter(VerdictKey key) {
    if (!changed.contains(key.stack())) {
      return false;
    }
    Verdict now = after.get(key);
    Verdict then = before.get(key);
    return now == null
        || now.finding() == null
        || (then != null && then.kind().isHeavierThan(now.kind()))
        || (then != null && says(now, then));
  }

  /** A finding that lacks less than before, one tag of two, or is about another resource now. */
  private static boolean says(Verdict now, Verdict then) {
    return now.finding() != null
        && then.finding() != null
        && (now.finding().message().length() < then.finding().message().length()
            || now.finding().related().size() < then.finding().related().size()
            || !now.declared().text().equals(then.declared().text()));
  }
}

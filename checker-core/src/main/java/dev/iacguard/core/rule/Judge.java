package dev.iacguard.core.rule;

import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import dev.iacguard.core.rule.Worlds.Case;
import dev.iacguard.core.rule.Worlds.Cases;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one verdict out of what a rule says in each world. */
public final class Judge {
  private static final String SEEN =
      "more combinations of open conditions than the " + Worlds.MOST + " that are looked at";
  private static final String FEWER = "Decide some of them by giving values to inputs";

  private Judge() {}

  /**
   * All worlds fail: fail. Some fail: conditional where the code spells these worlds out, otherwise
   * unknown, both with their conditions. None fails and some cannot be told: unknown. Worlds in
   * which the rule does not apply do not count. Where there are more worlds than are looked at, the
   * verdict is one that holds in all of them, or conditional or unknown.
   *
   * <p>When the stack asks for too much, nothing more of it is known.
   *
   * @param work is charged with the questions
   * @param declared where the subject is declared
   */
  public static Verdict judge(
      WorkBudget work,
      RuleInfo rule,
      Subject subject,
      Span declared,
      Function<World, Outcome> question) {
    if (exceeded(work) != null) {
      return limited(rule, subject, declared);
    }
    Sorted worlds = Sorted.of(Worlds.explore(work, question));
    if (!worlds.complete() && worlds.failing().isEmpty()) {
      worlds = Sorted.of(Worlds.explore(work, World.Texts.BLURRED, question));
    }
    if (exceeded(work) != null) {
      return limited(rule, subject, declared);
    }
    if (worlds.failure() != null) {
      return failed(rule, subject, declared, worlds, worlds.failure());
    }
    if (worlds.doubt() != null) {
      return new Verdict(rule, subject, declared, Verdict.Kind.UNKNOWN, "", worlds.doubt());
    }
    if (!worlds.complete()) {
      Finding limit = Finding.of("there are " + SEEN, declared);
      return new Verdict(rule, subject, declared, Verdict.Kind.UNKNOWN, "", limit.helped(FEWER));
    }
    Verdict.Kind kind = worlds.passes() ? Verdict.Kind.PASS : Verdict.Kind.NOT_APPLICABLE;
    return new Verdict(rule, subject, declared, kind, "", null);
  }

  /** The bound of judging that the stack has gone beyond; null while there is none. */
  public static @Nullable Bound exceeded(WorkBudget work) {
    for (Bound bound : List.of(Bound.QUESTIONS, Bound.ROUNDS, Bound.REPORT)) {
      if (work.isOver(bound)) {
        return bound;
      }
    }
    return null;
  }

  private static Verdict limited(RuleInfo rule, Subject subject, Span declared) {
    Finding limit = Finding.of("the stack exceeds a limit, which IG004 names", declared);
    return new Verdict(rule, subject, declared, Verdict.Kind.UNKNOWN, "", limit);
  }

  private static Verdict failed(
      RuleInfo rule, Subject subject, Span declared, Sorted worlds, Finding failure) {
    if (worlds.others().isEmpty()) {
      return worlds.complete()
          ? new Verdict(rule, subject, declared, Verdict.Kind.FAIL, "", failure)
          : new Verdict(
              rule,
              subject,
              declared,
              Verdict.Kind.UNKNOWN,
              "perhaps always: there are " + SEEN,
              failure);
    }
    When when = When.of(worlds.failing(), worlds.others());
    Verdict.Kind kind = when.spelledOut() ? Verdict.Kind.CONDITIONAL : Verdict.Kind.UNKNOWN;
    String words = when.words() + (worlds.complete() ? "" : "; there are " + SEEN);
    return new Verdict(rule, subject, declared, kind, words, failure);
  }

  /**
   * @param failure what the first failing world says
   * @param doubt what the first world says that cannot be told
   */
  private record Sorted(
      List<Case<Outcome>> failing,
      List<Case<Outcome>> others,
      @Nullable Finding failure,
      @Nullable Finding doubt,
      boolean passes,
      boolean complete) {

    static Sorted of(Cases<Outcome> worlds) {
      List<Case<Outcome>> failing = new ArrayList<>();
      List<Case<Outcome>> others = new ArrayList<>();
      @Nullable Finding failure = null;
      @Nullable Finding doubt = null;
      boolean passes = false;
      for (Case<Outcome> world : worlds.cases()) {
        switch (world.answer()) {
          case Outcome.NotApplicable skipped -> {}
          case Outcome.Fail fail -> {
            failing.add(world);
            failure = failure == null ? fail.finding() : failure;
          }
          case Outcome.Unknown unknown -> {
            others.add(world);
            doubt = doubt == null ? unknown.finding() : doubt;
          }
          case Outcome.Pass pass -> {
            others.add(world);
            passes = true;
          }
        }
      }
      return new Sorted(failing, others, failure, doubt, passes, worlds.complete());
    }
  }
}

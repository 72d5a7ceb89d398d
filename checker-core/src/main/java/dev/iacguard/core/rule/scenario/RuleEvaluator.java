package dev.iacguard.core.rule.scenario;

import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.scenario.Scenarios.Case;
import dev.iacguard.core.rule.scenario.Scenarios.Cases;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Combines the outcomes of a rule in each scenario into one verdict. */
public final class RuleEvaluator {
  private static final String SEEN =
      "more combinations of open conditions than the " + Scenarios.MOST + " that are looked at";
  private static final String FEWER = "Decide some of them by giving values to inputs";

  private RuleEvaluator() {}

  /**
   * All scenarios fail: fail. Some fail: conditional where the code spells these scenarios out,
   * otherwise unknown, both with their conditions. None fails and some cannot be determined:
   * unknown. Scenarios in which the rule does not apply do not count. Where there are more
   * scenarios than are looked at, the verdict is one that holds in all of them, or conditional or
   * unknown.
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
      Function<Scenario, Outcome> question) {
    if (exceeded(work) != null) {
      return limited(rule, subject, declared);
    }
    Sorted scenarios = Sorted.of(Scenarios.explore(work, question));
    if (!scenarios.complete() && scenarios.failing().isEmpty()) {
      scenarios = Sorted.of(Scenarios.explore(work, Scenario.Texts.BLURRED, question));
    }
    if (exceeded(work) != null) {
      return limited(rule, subject, declared);
    }
    if (scenarios.failure() != null) {
      return failed(rule, subject, declared, scenarios, scenarios.failure());
    }
    if (scenarios.uncertainty() != null) {
      return new Verdict(
          rule, subject, declared, Verdict.Kind.UNKNOWN, "", scenarios.uncertainty());
    }
    if (!scenarios.complete()) {
      Finding limit = Finding.of("there are " + SEEN, declared);
      return new Verdict(rule, subject, declared, Verdict.Kind.UNKNOWN, "", limit.helped(FEWER));
    }
    Verdict.Kind kind = scenarios.passes() ? Verdict.Kind.PASS : Verdict.Kind.NOT_APPLICABLE;
    return new Verdict(rule, subject, declared, kind, "", null);
  }

  /** The bound of judging that the stack has gone beyond; null while there is none. */
  public static @Nullable Bound exceeded(WorkBudget work) {
    for (Bound bound : List.of(Bound.QUESTIONS, Bound.REPORT)) {
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
      RuleInfo rule, Subject subject, Span declared, Sorted scenarios, Finding failure) {
    if (scenarios.others().isEmpty()) {
      return scenarios.complete()
          ? new Verdict(rule, subject, declared, Verdict.Kind.FAIL, "", failure)
          : new Verdict(
              rule,
              subject,
              declared,
              Verdict.Kind.UNKNOWN,
              "perhaps always: there are " + SEEN,
              failure);
    }
    FailureCondition failureCondition =
        FailureCondition.of(scenarios.failing(), scenarios.others());
    Verdict.Kind kind =
        failureCondition.spelledOut() ? Verdict.Kind.CONDITIONAL : Verdict.Kind.UNKNOWN;
    String words = failureCondition.words() + (scenarios.complete() ? "" : "; there are " + SEEN);
    return new Verdict(rule, subject, declared, kind, words, failure);
  }

  /**
   * @param failure what the first failing scenario says
   * @param uncertainty what the first scenario says that cannot be determined
   */
  private record Sorted(
      List<Case<Outcome>> failing,
      List<Case<Outcome>> others,
      @Nullable Finding failure,
      @Nullable Finding uncertainty,
      boolean passes,
      boolean complete) {

    static Sorted of(Cases<Outcome> scenarios) {
      List<Case<Outcome>> failing = new ArrayList<>();
      List<Case<Outcome>> others = new ArrayList<>();
      @Nullable Finding failure = null;
      @Nullable Finding uncertainty = null;
      boolean passes = false;
      for (Case<Outcome> scenario : scenarios.cases()) {
        switch (scenario.answer()) {
          case Outcome.NotApplicable skipped -> {}
          case Outcome.Fail fail -> {
            failing.add(scenario);
            failure = failure == null ? fail.finding() : failure;
          }
          case Outcome.Unknown unknown -> {
            others.add(scenario);
            uncertainty = uncertainty == null ? unknown.finding() : uncertainty;
          }
          case Outcome.Pass pass -> {
            others.add(scenario);
            passes = true;
          }
        }
      }
      return new Sorted(failing, others, failure, uncertainty, passes, scenarios.complete());
    }
  }
}

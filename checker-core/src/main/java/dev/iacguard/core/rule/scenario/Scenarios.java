package dev.iacguard.core.rule.scenario;

import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Asks one question in every scenario that it can tell apart. A scenario is told apart only by the
 * conditions that the question really looks at, so a template may have any number of conditions.
 */
public final class Scenarios {
  /** More scenarios than this are not told apart for one question. */
  static final int MOST = 256;

  private Scenarios() {}

  /**
   * An answer and the decisions it was given under.
   *
   * @param decisions in the order they were met
   */
  public record Case<R>(R answer, List<Decision> decisions) {}

  /**
   * @param complete false when there are more scenarios than were looked at
   */
  public record Cases<R>(List<Case<R>> cases, boolean complete) {}

  /**
   * @param work is charged with the questions
   * @param question gives the same answer in the same scenario
   */
  public static <R> Cases<R> explore(WorkBudget work, Function<Scenario, R> question) {
    return explore(work, Scenario.Texts.RESOLVED, question);
  }

  /** The first answer that there is; no scenario behind it is asked. */
  public static <R> Optional<R> find(WorkBudget work, Function<Scenario, Optional<R>> question) {
    List<Case<Optional<R>>> cases =
        explore(work, Scenario.Texts.RESOLVED, question, Optional::isPresent).cases();
    return cases.get(cases.size() - 1).answer();
  }

  /**
   * The answer in the scenario of the defaults, in which every condition holds that they leave
   * open.
   */
  public static <R> R first(WorkBudget work, Function<Scenario, R> question) {
    return question.apply(
        new Scenario(List.of(), Scenario.Texts.RESOLVED, new ConditionInputs(), work));
  }

  /**
   * The scenario of the defaults comes first, in which every condition holds that they leave open;
   * then those in which one is decided otherwise, then those with two: where not all can be looked
   * at, each condition has still been seen both ways.
   */
  static <R> Cases<R> explore(
      WorkBudget work, Scenario.Texts texts, Function<Scenario, R> question) {
    return explore(work, texts, question, answer -> false);
  }

  /**
   * @param enough says of an answer that no more are needed
   */
  private static <R> Cases<R> explore(
      WorkBudget work, Scenario.Texts texts, Function<Scenario, R> question, Predicate<R> enough) {
    List<Case<R>> cases = new ArrayList<>(1);
    ConditionInputs conditionInputs = new ConditionInputs();
    Deque<List<Decision>> starts = new ArrayDeque<>(1);
    starts.add(List.of());
    while (!starts.isEmpty()) {
      if (cases.size() == MOST || (!cases.isEmpty() && work.isOver(Bound.QUESTIONS))) {
        return new Cases<>(List.copyOf(cases), false);
      }
      List<Decision> start = starts.remove();
      Scenario scenario = new Scenario(start, texts, conditionInputs, work);
      R answer = question.apply(scenario);
      List<Decision> decisions = scenario.decisions();
      cases.add(new Case<>(answer, decisions));
      if (enough.test(answer)) {
        return new Cases<>(List.copyOf(cases), false);
      }
      for (int last = decisions.size() - 1; last >= start.size(); last--) {
        if (starts.size() + cases.size() <= MOST) {
          starts.add(turned(decisions, last));
        }
      }
    }
    return new Cases<>(List.copyOf(cases), true);
  }

  private static List<Decision> turned(List<Decision> decisions, int last) {
    List<Decision> start = new ArrayList<>(decisions.subList(0, last));
    start.add(decisions.get(last).opposite());
    return start;
  }
}

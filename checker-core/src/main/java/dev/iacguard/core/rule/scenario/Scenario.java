package dev.iacguard.core.rule.scenario;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import java.util.ArrayList;
import java.util.List;

/**
 * One way in which the open conditions of the code may be decided. Asking a new question takes an
 * answer; {@link Scenarios} sees to it that the other answer is tried too.
 */
public final class Scenario {
  /** What becomes of the choices inside a text. */
  enum Texts {
    /** They are decided like all others. */
    RESOLVED,
    /**
     * They are unknown pieces: what is true of such a text is true in all the scenarios it blurs.
     */
    BLURRED
  }

  private static final String TOO_MANY = "a string with too many conditional parts";

  private final List<Decision> decisions;
  private final Texts texts;
  private final Answers answers;
  private final WorkBudget work;
  private int next;
  private int questions;

  /**
   * @param conditionInputs shared by the scenarios of one question
   * @param work is charged with the questions
   */
  Scenario(List<Decision> start, Texts texts, ConditionInputs conditionInputs, WorkBudget work) {
    this.decisions = new ArrayList<>(start);
    this.texts = texts;
    this.answers = new Answers(conditionInputs, work);
    this.work = work;
  }

  /**
   * Whether the condition holds in this scenario; a new question is answered as by default. So is
   * every question when too many were asked; then no verdict is given.
   */
  public boolean holds(Condition condition) {
    questions++;
    if (!work.charge(Bound.QUESTIONS, 1)) {
      return condition.byDefault().orElse(true);
    }
    if (next < decisions.size() && decisions.get(next).condition().equals(condition)) {
      Decision taken = decisions.get(next++);
      answers.add(taken);
      return taken.holds();
    }
    Boolean before = answers.to(condition);
    if (before != null) {
      return before;
    }
    boolean canHold = answers.allow(new Decision(condition, true));
    if (!canHold || !answers.allow(new Decision(condition, false))) {
      return canHold;
    }
    Decision first = new Decision(condition, condition.byDefault().orElse(true));
    decisions.add(first);
    answers.add(first);
    next++;
    return first.holds();
  }

  /** True when all of them hold. */
  public boolean holds(List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (!holds(condition)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The value in this scenario: no choice at its top, and none in a text's holes. Elements stay as
   * they are.
   */
  public Value resolve(Value value) {
    Value chosen = choose(value);
    return chosen instanceof Value.Text text ? resolveText(text) : chosen;
  }

  /** The value in this scenario, where it may be a text whose holes are still open. */
  public Value choose(Value value) {
    Value chosen = value;
    while (chosen instanceof Value.Choice choice) {
      chosen = holds(choice.condition()) ? choice.then() : choice.otherwise();
    }
    return chosen;
  }

  private Value.Text resolveText(Value.Text text) {
    if (text.known() != null) {
      return text;
    }
    TextBuilder resolved = new TextBuilder();
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Hole hole) {
        resolved.add(texts == Texts.RESOLVED ? resolve(hole.value()) : blur(hole.value()));
      } else if (part instanceof TextPart.Literal literal) {
        resolved.add(literal.text());
      }
    }
    return resolved.build(text.origin());
  }

  private Value blur(Value piece) {
    if (!(piece instanceof Value.Choice choice)) {
      return piece;
    }
    questions++;
    return Value.Unknown.of(Cause.LIMIT, TOO_MANY, choice.origin());
  }

  /**
   * How often it was asked for what other scenarios may say otherwise. What was found while this
   * did not grow is so in every scenario.
   */
  public int questions() {
    return questions;
  }

  /** What judging the stack may take. */
  public WorkBudget work() {
    return work;
  }

  /** The questions asked in this scenario, with its answers, in the order they were asked. */
  List<Decision> decisions() {
    return List.copyOf(decisions.subList(0, next));
  }
}

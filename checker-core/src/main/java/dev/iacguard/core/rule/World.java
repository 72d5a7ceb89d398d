package dev.iacguard.core.rule;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * One way the open questions of the code may be answered. Asking a new question takes an answer;
 * {@link Worlds} sees to it that the other answer is tried too.
 */
public final class World {
  /** What becomes of the choices inside a text. */
  enum Texts {
    /** They are decided like all others. */
    SETTLED,
    /** They are unknown pieces: what is true of such a text is true in all the worlds it blurs. */
    BLURRED
  }

  private static final String TOO_MANY = "text under more conditions than are told apart";

  private final List<Decision> decisions;
  private final Texts texts;
  private final Topics topics;
  private int next;
  private int questions;

  /**
   * @param topics shared by the worlds of one question
   */
  World(List<Decision> start, Texts texts, Topics topics) {
    this.decisions = new ArrayList<>(start);
    this.texts = texts;
    this.topics = topics;
  }

  /** Whether the condition holds in this world; a new question is answered as by default. */
  public boolean holds(Condition condition) {
    questions++;
    if (next < decisions.size() && decisions.get(next).condition().equals(condition)) {
      return decisions.get(next++).holds();
    }
    for (int i = 0; i < next; i++) {
      if (decisions.get(i).condition().equals(condition)) {
        return decisions.get(i).holds();
      }
    }
    List<Decision> linked = topics.linked(decisions.subList(0, next), condition);
    boolean canHold = possible(linked, new Decision(condition, true));
    if (!canHold || !possible(linked, new Decision(condition, false))) {
      return canHold;
    }
    boolean first = condition.byDefault().orElse(true);
    decisions.add(new Decision(condition, first));
    next++;
    return first;
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
   * The value in this world: no choice at its top, and none in a text's holes. Elements stay as
   * they are.
   */
  public Value settle(Value value) {
    Value chosen = choose(value);
    return chosen instanceof Value.Text text ? settleText(text) : chosen;
  }

  /** The value in this world, where it may be a text whose holes are still open. */
  public Value choose(Value value) {
    Value chosen = value;
    while (chosen instanceof Value.Choice choice) {
      chosen = holds(choice.condition()) ? choice.then() : choice.otherwise();
    }
    return chosen;
  }

  private Value.Text settleText(Value.Text text) {
    if (text.known() != null) {
      return text;
    }
    TextBuilder settled = new TextBuilder();
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Hole hole) {
        settled.add(texts == Texts.SETTLED ? settle(hole.value()) : blur(hole.value()));
      } else if (part instanceof TextPart.Literal literal) {
        settled.add(literal.text());
      }
    }
    return settled.build(text.origin());
  }

  private Value blur(Value piece) {
    if (!(piece instanceof Value.Choice choice)) {
      return piece;
    }
    questions++;
    return Value.Unknown.of(Cause.LIMIT, TOO_MANY, choice.origin());
  }

  private static boolean possible(List<Decision> linked, Decision decision) {
    List<Decision> all = new ArrayList<>(linked);
    all.add(decision);
    return Assumptions.possible(all);
  }

  /**
   * How often it was asked for what other worlds may say otherwise. What was found while this did
   * not grow is so in every world.
   */
  public int questions() {
    return questions;
  }

  /** The questions asked in this world, with its answers, in the order they were asked. */
  List<Decision> decisions() {
    return List.copyOf(decisions.subList(0, next));
  }
}

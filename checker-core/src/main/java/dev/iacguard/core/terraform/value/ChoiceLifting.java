package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Applies operations in each arm of undecided choices. */
public final class ChoiceLifting {
  /** More alternatives than this are given up. */
  private static final int MAX_ARMS = 256;

  private ChoiceLifting() {}

  /** The operation on a decided value, or on every arm of an undecided one. */
  public static Value map(Value value, UnaryOperator<Value> operation) {
    if (!(value instanceof Value.Choice choice)) {
      return operation.apply(value);
    }
    if (arms(choice) > MAX_ARMS) {
      return tooMany(value);
    }
    return choice(
        choice.condition(),
        map(choice.then(), operation),
        map(choice.otherwise(), operation),
        choice.origin());
  }

  public static Value map(Value left, Value right, BinaryOperator<Value> operation) {
    return map(left, l -> map(right, r -> operation.apply(l, r)));
  }

  /**
   * The operation on every combination of the arms of its operands that can be at the same time: a
   * condition that several operands ask has one answer.
   */
  public static Value map(List<Value> operands, Function<List<Value>, Value> operation) {
    long combinations = 1;
    Set<Condition> seen = new HashSet<>();
    for (Value operand : operands) {
      boolean asked = operand instanceof Value.Choice choice && !seen.add(choice.condition());
      combinations *= asked ? arms(operand) - 1 : arms(operand);
      if (combinations > MAX_ARMS) {
        return tooMany(operand);
      }
    }
    return combine(operands, operation);
  }

  private static Value combine(List<Value> operands, Function<List<Value>, Value> operation) {
    for (Value operand : operands) {
      if (operand instanceof Value.Choice choice) {
        return choice(
            choice.condition(),
            combine(assuming(operands, choice.condition(), true), operation),
            combine(assuming(operands, choice.condition(), false), operation),
            choice.origin());
      }
    }
    return operation.apply(operands);
  }

  private static List<Value> assuming(List<Value> values, Condition condition, boolean holds) {
    List<Value> decided = new ArrayList<>(values.size());
    for (Value value : values) {
      decided.add(
          value instanceof Value.Choice choice && choice.condition().equals(condition)
              ? holds ? choice.then() : choice.otherwise()
              : value);
    }
    return decided;
  }

  /** A choice, or the value itself when both arms are the same boolean or null. */
  public static Value choice(Condition condition, Value then, Value otherwise, Origin origin) {
    boolean same =
        (then instanceof Value.Bool a
                && otherwise instanceof Value.Bool b
                && a.value() == b.value())
            || (then instanceof Value.Null && otherwise instanceof Value.Null);
    return same ? then : new Value.Choice(condition, then, otherwise, origin);
  }

  private static Value tooMany(Value value) {
    return Value.Unknown.of(
        Cause.LIMIT, "a value with more than " + MAX_ARMS + " alternatives", value.origin());
  }

  private static int arms(Value value) {
    if (!(value instanceof Value.Choice choice)) {
      return 1;
    }
    int then = arms(choice.then());
    return then > MAX_ARMS ? then : then + arms(choice.otherwise());
  }
}

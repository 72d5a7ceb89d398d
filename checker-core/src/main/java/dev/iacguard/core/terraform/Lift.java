package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Carries operations into the arms of undecided choices. */
final class Lift {
  /** More alternatives than this are given up. */
  private static final int MAX_ARMS = 256;

  private Lift() {}

  /** The operation on a decided value, or on every arm of an undecided one. */
  static Value map(Value value, UnaryOperator<Value> operation) {
    if (!(value instanceof Value.Choice choice)) {
      return operation.apply(value);
    }
    if (arms(choice) > MAX_ARMS) {
      return Value.Unknown.of(
          Cause.LIMIT, "a value with more than " + MAX_ARMS + " alternatives", value.origin());
    }
    return choice(
        choice.condition(),
        map(choice.then(), operation),
        map(choice.otherwise(), operation),
        choice.origin());
  }

  static Value map(Value left, Value right, BinaryOperator<Value> operation) {
    return map(left, l -> map(right, r -> operation.apply(l, r)));
  }

  /** The operation on every combination of the arms of its operands. */
  static Value map(List<Value> operands, Function<List<Value>, Value> operation) {
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i) instanceof Value.Choice choice) {
        int at = i;
        return map(choice, arm -> map(replaced(operands, at, arm), operation));
      }
    }
    return operation.apply(operands);
  }

  private static List<Value> replaced(List<Value> values, int at, Value value) {
    List<Value> copy = new ArrayList<>(values);
    copy.set(at, value);
    return copy;
  }

  /** A choice, or the value itself when both arms are the same boolean or null. */
  static Value choice(Condition condition, Value then, Value otherwise, Origin origin) {
    boolean same =
        (then instanceof Value.Bool a
                && otherwise instanceof Value.Bool b
                && a.value() == b.value())
            || (then instanceof Value.Null && otherwise instanceof Value.Null);
    return same ? then : new Value.Choice(condition, then, otherwise, origin);
  }

  private static int arms(Value value) {
    if (!(value instanceof Value.Choice choice)) {
      return 1;
    }
    int then = arms(choice.then());
    return then > MAX_ARMS ? then : then + arms(choice.otherwise());
  }
}

package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Value;
import java.util.function.LongConsumer;

/**
 * Counts the pieces of a value, a piece that stands in several places as often as it stands there.
 * What is made of values is kept below a bound, so that whoever walks a value comes to its end.
 */
public final class Weight {
  public static final int MOST = 1_000_000;

  private int count;

  private Weight() {}

  /**
   * @param evaluationBudget is charged with what is counted, as something that is looked at: each
   *     value was charged when it was made
   */
  public static boolean isTooMuch(Iterable<Value> values, EvaluationBudget evaluationBudget) {
    return isTooMuch(values, evaluationBudget::read);
  }

  /**
   * The same of values that were made just now.
   *
   * @param evaluationBudget is charged with each of them
   */
  public static boolean isTooMuchNew(Iterable<Value> values, EvaluationBudget evaluationBudget) {
    return isTooMuch(values, evaluationBudget::hold);
  }

  private static boolean isTooMuch(Iterable<Value> values, LongConsumer charge) {
    Weight weight = new Weight();
    boolean fits = weight.addAll(values);
    charge.accept(weight.count);
    return !fits;
  }

  /** False as soon as the bound is passed. */
  private boolean add(Value value) {
    if (++count > MOST) {
      return false;
    }
    return switch (value) {
      case Value.Sequence list -> addAll(list.elements());
      case Value.Mapping map -> addAll(map.entries().values());
      case Value.Choice choice -> add(choice.then()) && add(choice.otherwise());
      default -> true;
    };
  }

  private boolean addAll(Iterable<Value> values) {
    for (Value value : values) {
      if (!add(value)) {
        return false;
      }
    }
    return true;
  }
}

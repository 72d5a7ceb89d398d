package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Limits;
import dev.iacguard.core.cloudformation.template.Literals;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.source.Span;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds and maps values that are one of several alternatives. */
final class Choices {
  private Choices() {}

  /**
   * Applies a function to each alternative. Alternatives beyond {@link Limits#ALTERNATIVES} are
   * unknown.
   */
  static Value map(Value value, UnaryOperator<Value> function) {
    return map(value, function, new int[] {Limits.ALTERNATIVES});
  }

  private static Value map(Value value, UnaryOperator<Value> function, int[] left) {
    if (!(value instanceof Value.Choice choice)) {
      if (left[0]-- <= 0) {
        return Value.Unknown.of(Cause.LIMIT, "a value with too many alternatives", value.origin());
      }
      return function.apply(value);
    }
    Value then = map(choice.then(), function, left);
    Value otherwise = map(choice.otherwise(), function, left);
    return of(choice.condition(), then, otherwise, choice.origin());
  }

  /** Computes a value from three values that are not choices. */
  interface OfThree {
    Value apply(Value first, Value second, Value third);
  }

  /** Applies a function to each combination of the alternatives of the first three arguments. */
  static Value map(Scope scope, List<Node> arguments, OfThree function) {
    return map(
        scope.evaluate(arguments.get(0)),
        first ->
            map(
                scope.evaluate(arguments.get(1)),
                second ->
                    map(
                        scope.evaluate(arguments.get(2)),
                        third -> function.apply(first, second, third))));
  }

  /** The one or the other; no choice at all when the condition is decided. */
  static Value of(Condition condition, Value then, Value otherwise, Origin origin) {
    if (ConditionTruth.isTrue(condition)) {
      return then;
    }
    return ConditionTruth.isFalse(condition)
        ? otherwise
        : new Value.Choice(condition, then, otherwise, origin);
  }

  /**
   * One of a closed set of values of an input.
   *
   * @param usual as {@link Condition.Equals#usual}
   */
  static Value among(String subject, List<String> allowed, @Nullable String usual, Origin origin) {
    Value chosen = Literals.text(allowed.get(allowed.size() - 1), origin);
    for (int i = allowed.size() - 2; i >= 0; i--) {
      Condition condition = new Condition.Equals(subject, allowed.get(i), allowed, usual);
      chosen = new Value.Choice(condition, Literals.text(allowed.get(i), origin), chosen, origin);
    }
    return chosen;
  }

  /** The value, and each alternative of it, used where {@code label} names it. */
  static Value through(Value value, Span use, String label) {
    Value used = value.withOrigin(value.origin().through(use, label));
    if (used instanceof Value.Choice choice) {
      return new Value.Choice(
          choice.condition(),
          through(choice.then(), use, label),
          through(choice.otherwise(), use, label),
          choice.origin());
    }
    return used;
  }

  /** The value, and each alternative of it, with more marks. */
  static Value marked(Value value, ValueMarks more) {
    if (value instanceof Value.Choice choice) {
      return new Value.Choice(
          choice.condition(),
          marked(choice.then(), more),
          marked(choice.otherwise(), more),
          choice.origin().marked(more));
    }
    return value.withOrigin(value.origin().marked(more));
  }

  /** A known scalar as CloudFormation compares and joins it, or null. */
  static @Nullable String scalar(Value value) {
    return switch (value) {
      case Value.Text text -> text.known();
      case Value.Numeric number -> Numbers.text(number.value());
      case Value.Bool bool -> bool.value() ? "true" : "false";
      default -> null;
    };
  }
}

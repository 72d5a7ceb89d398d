package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.BinaryOperator;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Arithmetic;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.Equality;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/** Evaluates unary, binary and conditional operators. */
final class Operators {
  private Operators() {}

  static Value unary(Expression.Unary unary, Scope scope) {
    Value operand = Evaluator.evaluate(unary.operand(), scope);
    Origin origin = Derived.carried(scope.origin(unary), List.of(operand));
    return switch (unary.operator()) {
      case NOT -> not(Conversions.toBool(operand), origin);
      case NEGATE ->
          ChoiceLifting.map(
              Conversions.toNumber(operand),
              number ->
                  number instanceof Value.Numeric known
                      ? new Value.Numeric(known.value().negate(), origin)
                      : unknown(unary, scope, List.of(number)));
    };
  }

  private static Value not(Value operand, Origin origin) {
    return choose(
        operand, () -> new Value.Bool(false, origin), () -> new Value.Bool(true, origin), origin);
  }

  /** The arm that the condition picks; both, as a choice, when it is not decided. */
  static Value choose(
      Value condition, Supplier<Value> then, Supplier<Value> otherwise, Origin origin) {
    return switch (condition) {
      case Value.Bool bool -> bool.value() ? then.get() : otherwise.get();
      case Value.Choice choice ->
          ChoiceLifting.choice(
              choice.condition(),
              choose(choice.then(), then, otherwise, origin),
              choose(choice.otherwise(), then, otherwise, origin),
              origin);
      case Value.Unknown unknown when unknown.cause() != Cause.INVALID ->
          ChoiceLifting.choice(
              new Condition.Flag(unknown.what()), then.get(), otherwise.get(), origin);
      case Value.Unknown unknown -> unknown.withOrigin(origin);
      default -> Conversions.invalid(origin, "a condition that is neither true nor false");
    };
  }

  static Value binary(Expression.Binary binary, Scope scope) {
    Value left = Evaluator.evaluate(binary.left(), scope);
    Value right = Evaluator.evaluate(binary.right(), scope);
    Origin origin = Derived.carried(scope.origin(binary), List.of(left, right));
    return switch (binary.operator()) {
      case AND -> and(Conversions.toBool(left), Conversions.toBool(right), origin);
      case OR -> or(Conversions.toBool(left), Conversions.toBool(right), origin);
      case EQUAL -> Equality.equal(left, right, origin, Source.equality(binary, scope));
      case NOT_EQUAL ->
          not(Equality.equal(left, right, origin, Source.equality(binary, scope)), origin);
      default ->
          ChoiceLifting.map(
              Conversions.toNumber(left),
              Conversions.toNumber(right),
              (l, r) -> arithmetic(binary, l, r, origin, scope));
    };
  }

  private static Value and(Value left, Value right, Origin origin) {
    if (isNoOperand(left)) {
      return noOperand(left, origin);
    }
    Value no = new Value.Bool(false, origin);
    if (isKnown(right, false)) {
      return no;
    }
    return isKnown(right, true) && left instanceof Value.Unknown
        ? left
        : choose(left, () -> operand(right, origin), () -> no, origin);
  }

  private static boolean isNoOperand(Value value) {
    return value instanceof Value.Null || Derived.isError(value);
  }

  private static Value noOperand(Value value, Origin origin) {
    return value instanceof Value.Null
        ? Conversions.invalid(origin, "null where true or false is needed")
        : value.withOrigin(origin);
  }

  private static Value operand(Value value, Origin origin) {
    return isNoOperand(value) ? noOperand(value, origin) : value.withOrigin(origin);
  }

  private static Value or(Value left, Value right, Origin origin) {
    if (isNoOperand(left)) {
      return noOperand(left, origin);
    }
    Value yes = new Value.Bool(true, origin);
    if (isKnown(right, true)) {
      return yes;
    }
    return isKnown(right, false) && left instanceof Value.Unknown
        ? left
        : choose(left, () -> yes, () -> operand(right, origin), origin);
  }

  private static boolean isKnown(Value value, boolean wanted) {
    return value instanceof Value.Bool bool && bool.value() == wanted;
  }

  private static Value arithmetic(
      Expression.Binary binary, Value left, Value right, Origin origin, Scope scope) {
    if (!(left instanceof Value.Numeric l) || !(right instanceof Value.Numeric r)) {
      return left instanceof Value.Null || right instanceof Value.Null
          ? Conversions.invalid(origin, "null where a number is needed")
          : unknown(binary, scope, List.of(left, right));
    }
    Value result = compute(binary.operator(), l.value(), r.value(), origin);
    return result instanceof Value.Numeric number && Arithmetic.isExtreme(number.value())
        ? scope
            .module()
            .limit(origin.at(), "a number of more than " + EvaluationBudget.MAX_DIGITS + " digits")
        : result;
  }

  private static Value compute(
      BinaryOperator operator, BigDecimal left, BigDecimal right, Origin origin) {
    if (right.signum() == 0 && operator == BinaryOperator.DIVIDE) {
      return Conversions.invalid(origin, "a division by zero");
    }
    return switch (operator) {
      case ADD -> new Value.Numeric(Arithmetic.add(left, right), origin);
      case SUBTRACT -> new Value.Numeric(Arithmetic.subtract(left, right), origin);
      case MULTIPLY -> new Value.Numeric(Arithmetic.multiply(left, right), origin);
      case DIVIDE -> new Value.Numeric(Arithmetic.divide(left, right), origin);
      case MODULO -> new Value.Numeric(Arithmetic.remainder(left, right), origin);
      case LESS -> new Value.Bool(left.compareTo(right) < 0, origin);
      case LESS_OR_EQUAL -> new Value.Bool(left.compareTo(right) <= 0, origin);
      case GREATER -> new Value.Bool(left.compareTo(right) > 0, origin);
      case GREATER_OR_EQUAL -> new Value.Bool(left.compareTo(right) >= 0, origin);
      case AND, OR, EQUAL, NOT_EQUAL -> throw new IllegalArgumentException(operator.symbol());
    };
  }

  private static Value unknown(Expression expression, Scope scope, List<Value> operands) {
    for (Value operand : operands) {
      if (Derived.isError(operand)) {
        return operand;
      }
    }
    return Derived.unknown(Source.text(expression, scope), scope.origin(expression), operands);
  }
}

package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Works expressions out as Terraform does. What cannot be known is unknown with its cause; what
 * Terraform would refuse is unknown with {@link Cause#INVALID}. Never throws for what the code
 * contains.
 */
final class Evaluator {
  private Evaluator() {}

  static Value evaluate(Expression expression, Scope scope) {
    EvaluationBudget evaluationBudget = scope.module().evaluationBudget();
    if (!evaluationBudget.enter()) {
      scope.module().stack().exceeded(scope.span(expression));
      return unknown(Cause.LIMIT, expression, scope);
    }
    try {
      return evaluateNode(expression, scope);
    } finally {
      evaluationBudget.leave();
    }
  }

  private static Value evaluateNode(Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.NumberLiteral number -> number(number, scope);
      case Expression.BoolLiteral bool -> new Value.Bool(bool.value(), scope.origin(bool));
      case Expression.NullLiteral none -> new Value.Null(scope.origin(none));
      case Expression.Template template -> Templates.evaluate(template, scope);
      case Expression.Name name -> Traversal.evaluate(name, scope);
      case Expression.GetAttribute attribute -> Traversal.evaluate(attribute, scope);
      case Expression.Index index -> Traversal.evaluate(index, scope);
      case Expression.Splat splat -> Splats.evaluate(splat, scope);
      case Expression.SplatElement element -> {
        Value at = scope.element();
        yield at != null ? at : unknown(Cause.INVALID, element, scope);
      }
      case Expression.Call call -> Calls.evaluate(call, scope);
      case Expression.Unary unary -> Operators.unary(unary, scope);
      case Expression.Binary binary -> Operators.binary(binary, scope);
      case Expression.Conditional conditional -> Conditionals.evaluate(conditional, scope);
      case Expression.Tuple tuple -> tuple(tuple, scope);
      case Expression.Obj object -> object(object, scope);
      case Expression.For loop -> ForExpressions.evaluate(loop, scope);
      case Expression.Parentheses parentheses -> {
        Value inner = evaluate(parentheses.inner(), scope);
        yield inner.withOrigin(inner.origin().usedAt(scope.span(parentheses)));
      }
      case Expression.Invalid invalid -> unknown(Cause.INVALID, invalid, scope);
    };
  }

  private static Value number(Expression.NumberLiteral literal, Scope scope) {
    BigDecimal number = Numbers.parse(literal.text());
    return number == null
        ? unknown(Cause.LIMIT, literal, scope)
        : new Value.Numeric(number, scope.origin(literal));
  }

  private static Value tuple(Expression.Tuple tuple, Scope scope) {
    List<Value> elements = new ArrayList<>(tuple.elements().size());
    for (Expression element : tuple.elements()) {
      elements.add(evaluate(element, scope));
    }
    if (Weight.isTooMuch(elements, scope.module().evaluationBudget())) {
      return tooMuch(tuple, scope);
    }
    return new Value.Sequence(
        Value.Sequence.Kind.TUPLE, List.copyOf(elements), false, scope.origin(tuple));
  }

  private static Value object(Expression.Obj object, Scope scope) {
    Map<String, Value> entries = new TreeMap<>();
    ValueMarks valueMarks = ValueMarks.NONE;
    boolean open = false;
    for (ObjectEntry entry : object.entries()) {
      String key;
      if (entry.key() instanceof Expression.Name name) {
        key = name.name();
      } else {
        Value written = evaluate(entry.key(), scope);
        key = Conversions.knownText(written);
        valueMarks = valueMarks.and(written.origin().valueMarks());
      }
      if (key == null) {
        open = true;
      } else {
        entries.put(key, evaluate(entry.value(), scope));
      }
    }
    return Weight.isTooMuch(entries.values(), scope.module().evaluationBudget())
        ? tooMuch(object, scope)
        : new Value.Mapping(false, entries, open, scope.origin(object).marked(valueMarks));
  }

  static Value tooMuch(Expression expression, Scope scope) {
    return scope
        .module()
        .limit(scope.span(expression), "a value of more than " + Weight.MOST + " pieces");
  }

  /** Unknown, named by the expression itself. */
  static Value.Unknown unknown(Cause cause, Expression expression, Scope scope) {
    return Value.Unknown.of(cause, Source.text(expression, scope), scope.origin(expression));
  }
}

package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code [for …]} and {@code {for …}}. */
final class ForExpressions {
  private ForExpressions() {}

  static Value evaluate(Expression.For loop, Scope scope) {
    Value collection = Evaluator.evaluate(loop.collection(), scope);
    return Lift.map(collection, decided -> over(loop, decided, scope));
  }

  private static Value over(Expression.For loop, Value collection, Scope scope) {
    Origin origin = Derived.sensitive(scope.origin(loop), List.of(collection));
    List<Iteration> iterations = Iteration.of(collection);
    if (iterations == null) {
      return collection instanceof Value.Unknown && !Derived.isError(collection)
          ? Derived.unknown(Source.text(loop, scope), origin, List.of(collection))
          : Conversions.invalid(origin, "a loop over what is no list or map");
    }
    boolean open = Iteration.isOpen(collection);
    return loop.key() == null
        ? tuple(loop, iterations, open, origin, scope)
        : object(loop, loop.key(), iterations, open, origin, scope);
  }

  private static Value tuple(
      Expression.For loop, List<Iteration> iterations, boolean open, Origin origin, Scope scope) {
    List<Value> elements = new ArrayList<>();
    boolean more = open;
    for (Iteration iteration : iterations) {
      if (scope.module().budget().isUsedUp()) {
        return Evaluator.unknown(Cause.LIMIT, loop, scope);
      }
      Scope inner = iteration.bind(scope, loop.keyName(), loop.valueName());
      Value condition = condition(loop, inner);
      if (isRefused(condition)) {
        return Conversions.invalid(origin, "a condition that is neither true nor false");
      }
      Boolean included = Conversions.knownBool(condition);
      if (included == null) {
        more = true;
      } else if (included) {
        elements.add(Evaluator.evaluate(loop.value(), inner));
      }
    }
    return Weight.isTooMuch(elements)
        ? Evaluator.tooMuch(loop, scope)
        : new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(elements), more, origin);
  }

  private static Value object(
      Expression.For loop,
      Expression keyExpression,
      List<Iteration> iterations,
      boolean open,
      Origin origin,
      Scope scope) {
    Map<String, Value> entries = new TreeMap<>();
    Map<String, List<Value>> groups = new TreeMap<>();
    boolean more = open;
    for (Iteration iteration : iterations) {
      if (scope.module().budget().isUsedUp()) {
        return Evaluator.unknown(Cause.LIMIT, loop, scope);
      }
      Scope inner = iteration.bind(scope, loop.keyName(), loop.valueName());
      Value condition = condition(loop, inner);
      Boolean included = Conversions.knownBool(condition);
      if (Boolean.FALSE.equals(included)) {
        continue;
      }
      Value name = Conversions.toText(Evaluator.evaluate(keyExpression, inner));
      if (isRefused(condition) || isRefused(name)) {
        return Conversions.invalid(origin, "a condition or a key that cannot be one");
      }
      String key = Conversions.knownText(name);
      if (included == null || key == null) {
        more = true;
        continue;
      }
      Value value = Evaluator.evaluate(loop.value(), inner);
      if (loop.grouping()) {
        groups.computeIfAbsent(key, group -> new ArrayList<>()).add(value);
      } else if (entries.put(key, value) != null) {
        return Conversions.invalid(origin, "two elements for the key \"" + key + "\"");
      }
    }
    groups.forEach(
        (key, group) ->
            entries.put(
                key,
                new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(group), false, origin)));
    return Weight.isTooMuch(entries.values())
        ? Evaluator.tooMuch(loop, scope)
        : new Value.Mapping(false, entries, more, origin);
  }

  /** What the loop's condition says of the element; true when there is none. */
  private static Value condition(Expression.For loop, Scope scope) {
    return loop.condition() == null
        ? new Value.Bool(true, scope.origin(loop))
        : Conversions.toBool(Evaluator.evaluate(loop.condition(), scope));
  }

  private static boolean isRefused(Value value) {
    return value instanceof Value.Null || Derived.isError(value);
  }
}

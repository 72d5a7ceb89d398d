package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
      return Derived.isError(collection) || collection instanceof Value.Null
          ? Conversions.invalid(origin, "a loop over what is no list or map")
          : Derived.unknown(Source.text(loop, scope), origin, List.of(collection));
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
      Boolean included = included(loop, inner);
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
      Boolean included = included(loop, inner);
      if (Boolean.FALSE.equals(included)) {
        continue;
      }
      String key = Conversions.knownText(Evaluator.evaluate(keyExpression, inner));
      if (included == null || key == null) {
        more = true;
        continue;
      }
      Value value = Evaluator.evaluate(loop.value(), inner);
      if (loop.grouping()) {
        groups.computeIfAbsent(key, name -> new ArrayList<>()).add(value);
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

  /** Whether the element passes the loop's condition, or null when that cannot be told. */
  private static @Nullable Boolean included(Expression.For loop, Scope scope) {
    if (loop.condition() == null) {
      return true;
    }
    return Conversions.knownBool(Evaluator.evaluate(loop.condition(), scope));
  }
}

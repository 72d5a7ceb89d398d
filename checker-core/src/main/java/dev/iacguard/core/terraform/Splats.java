package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Derived;
import java.util.ArrayList;
import java.util.List;

/** Evaluates {@code a[*].b} and {@code a.*.b}. */
final class Splats {
  private Splats() {}

  static Value evaluate(Expression.Splat splat, Scope scope) {
    Value source = Evaluator.evaluate(splat.source(), scope);
    return ChoiceLifting.map(source, decided -> over(splat, decided, scope));
  }

  private static Value over(Expression.Splat splat, Value source, Scope scope) {
    Origin origin = scope.origin(splat);
    return switch (source) {
      case Value.Null none ->
          new Value.Sequence(Value.Sequence.Kind.TUPLE, List.of(), false, origin);
      case Value.Sequence sequence -> {
        List<Value> elements = new ArrayList<>(sequence.elements().size());
        for (Value element : sequence.elements()) {
          if (scope.module().evaluationBudget().isUsedUp()) {
            yield Evaluator.unknown(Cause.LIMIT, splat, scope);
          }
          elements.add(Evaluator.evaluate(splat.each(), scope.at(element)));
        }
        Value.Sequence.Kind kind =
            sequence.kind() == Value.Sequence.Kind.TUPLE
                ? Value.Sequence.Kind.TUPLE
                : Value.Sequence.Kind.LIST;
        yield new Value.Sequence(kind, List.copyOf(elements), sequence.open(), origin);
      }
      case Value.Unknown unknown when !ResourceReference.isHandle(unknown) ->
          Derived.isError(unknown)
              ? unknown
              : Derived.unknown(Source.text(splat, scope), origin, List.of(unknown));
      // Anything else that is not null counts as a list of one.
      default ->
          new Value.Sequence(
              Value.Sequence.Kind.TUPLE,
              List.of(Evaluator.evaluate(splat.each(), scope.at(source))),
              false,
              origin);
    };
  }
}

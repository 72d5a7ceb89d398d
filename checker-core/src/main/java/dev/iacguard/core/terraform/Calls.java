package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Function calls: works out the arguments, in every arm of an undecided one. */
final class Calls {
  private Calls() {}

  static Value evaluate(Expression.Call call, Scope scope) {
    String name =
        call.name().startsWith("core::") ? call.name().substring("core::".length()) : call.name();
    Origin origin = scope.origin(call);
    switch (name) {
      case "try" -> {
        return firstWithoutError(call, scope);
      }
      case "can" -> {
        return can(call, scope);
      }
      default -> {}
    }
    List<Value> arguments = arguments(call, scope);
    if (arguments == null || name.contains("::")) {
      return Evaluator.unknown(Cause.NOT_EVALUATED, call, scope);
    }
    Origin result = Derived.sensitive(origin, arguments);
    String written = Source.text(call, scope);
    return Lift.map(
        arguments,
        decided -> {
          for (Value argument : decided) {
            if (argument instanceof Value.Unknown unknown && Derived.isError(unknown)) {
              return unknown.withOrigin(origin);
            }
          }
          return Functions.apply(new FunctionCall(name, decided, result, written, scope));
        });
  }

  /** The arguments with a {@code ...} list spread out, or null when that list is not known. */
  private static @Nullable List<Value> arguments(Expression.Call call, Scope scope) {
    List<Value> arguments = new ArrayList<>(call.arguments().size());
    for (Expression argument : call.arguments()) {
      arguments.add(Evaluator.evaluate(argument, scope));
    }
    if (!call.expandLast() || arguments.isEmpty()) {
      return arguments;
    }
    Value last = arguments.remove(arguments.size() - 1);
    if (!(last instanceof Value.Sequence list) || list.open()) {
      return null;
    }
    arguments.addAll(list.elements());
    return arguments;
  }

  /** {@code try}: an argument that is unknown counts as one that works. */
  private static Value firstWithoutError(Expression.Call call, Scope scope) {
    Value last = Conversions.invalid(scope.origin(call), "try without arguments");
    for (Expression argument : call.arguments()) {
      last = Evaluator.evaluate(argument, scope);
      if (!Derived.isError(last)) {
        break;
      }
    }
    Origin origin = last.origin();
    return last.withOrigin(new Origin(scope.span(call), origin.trail(), origin.sensitive()));
  }

  private static Value can(Expression.Call call, Scope scope) {
    if (call.arguments().size() != 1) {
      return Conversions.invalid(scope.origin(call), "can takes one argument");
    }
    Value value = Evaluator.evaluate(call.arguments().get(0), scope);
    return new Value.Bool(!Derived.isError(value), scope.origin(call));
  }
}

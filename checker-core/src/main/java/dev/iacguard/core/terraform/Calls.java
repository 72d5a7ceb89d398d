package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.terraform.function.FunctionCall;
import dev.iacguard.core.terraform.function.Functions;
import dev.iacguard.core.terraform.function.Texts;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.ErrorArms;
import dev.iacguard.core.terraform.value.Weight;
import java.util.ArrayList;
import java.util.List;

/** Evaluates function calls: the arguments first, in every arm of an undecided one. */
final class Calls {
  private Calls() {}

  static Value evaluate(Expression.Call call, Scope scope) {
    String name = call.name().replaceFirst("^(core|provider)::", "");
    switch (name) {
      case "try" -> {
        return firstWithoutError(call, scope);
      }
      case "can" -> {
        return can(call, scope);
      }
      default -> {}
    }
    if (name.contains("::") && !Functions.has(name)) {
      return Evaluator.unknown(Cause.NOT_EVALUATED, call, scope);
    }
    List<Value> arguments = new ArrayList<>(call.arguments().size());
    for (Expression argument : call.arguments()) {
      arguments.add(Evaluator.evaluate(argument, scope));
    }
    String written = Source.text(call, scope);
    if (Weight.isTooMuch(arguments, scope.module().evaluationBudget())) {
      return Evaluator.tooMuch(call, scope);
    }
    return ChoiceLifting.map(arguments, decided -> apply(call, name, decided, written, scope));
  }

  /**
   * @param arguments none of them a choice, the last one perhaps a list to be spread out
   */
  private static Value apply(
      Expression.Call call, String name, List<Value> arguments, String written, Scope scope) {
    Origin origin = Derived.marked(scope.origin(call), arguments);
    for (Value argument : arguments) {
      if (argument instanceof Value.Unknown unknown && Derived.isError(unknown)) {
        return unknown.withOrigin(origin);
      }
    }
    FunctionCall made = new FunctionCall(name, arguments, origin, written, scope);
    if (!call.expandLast() || arguments.isEmpty()) {
      return chosen(withTexts(made), origin);
    }
    Value last = arguments.get(arguments.size() - 1);
    if (last instanceof Value.Unknown || (last instanceof Value.Sequence list && list.open())) {
      return Derived.unknown(written, origin, arguments);
    }
    if (!(last instanceof Value.Sequence list)) {
      return made.invalid("only a list can be spread out");
    }
    List<Value> spread = new ArrayList<>(arguments.subList(0, arguments.size() - 1));
    spread.addAll(list.elements());
    return ChoiceLifting.map(spread, decided -> chosen(withTexts(made.with(decided)), origin));
  }

  /** A function that gives one of its arguments picks it by the others. */
  private static Value chosen(Value result, Origin call) {
    return result.withOrigin(result.origin().marked(call.asPlain().valueMarks()));
  }

  /** Calls the function with every text that its arguments may turn out to be. */
  private static Value withTexts(FunctionCall call) {
    return Texts.takesWhole(call.name())
        ? ChoiceLifting.map(
            call.arguments().stream().map(Texts::alternatives).toList(),
            decided -> Functions.apply(call.with(decided)))
        : Functions.apply(call);
  }

  /** {@code try}: an argument that is unknown counts as one that works. */
  private static Value firstWithoutError(Expression.Call call, Scope scope) {
    return call.arguments().isEmpty()
        ? Conversions.invalid(scope.origin(call), "try without arguments")
        : firstWithoutError(call, 0, ValueMarks.NONE, scope);
  }

  /**
   * The first argument from that one on that works; where it works in some cases, a choice. An
   * error in the last one is an error of the whole, so that code works only without it.
   */
  private static Value firstWithoutError(
      Expression.Call call, int from, ValueMarks before, Scope scope) {
    Expression argument = call.arguments().get(from);
    boolean last = from == call.arguments().size() - 1;
    Value value =
        last
            ? Evaluator.evaluate(argument, scope)
            : ErrorArms.separated(Evaluator.evaluate(argument, scope.asGuarded()));
    ValueMarks valueMarks = before.and(value.origin().valueMarks());
    if (last || !ErrorArms.mayFail(value)) {
      return value.withOrigin(value.origin().usedAt(scope.span(call)).marked(valueMarks));
    }
    Value next = firstWithoutError(call, from + 1, valueMarks, scope);
    return ChoiceLifting.map(
        value,
        arm ->
            Derived.isError(arm)
                ? next
                : arm.withOrigin(arm.origin().usedAt(scope.span(call)).marked(valueMarks)));
  }

  /** What is not wholly known may still turn out to be wrong. */
  private static Value can(Expression.Call call, Scope scope) {
    if (call.arguments().size() != 1) {
      return Conversions.invalid(scope.origin(call), "can takes one argument");
    }
    Value value =
        ErrorArms.separated(Evaluator.evaluate(call.arguments().get(0), scope.asGuarded()));
    Origin origin = scope.origin(call);
    return ChoiceLifting.map(
        value,
        decided ->
            Derived.isError(decided) || ErrorArms.isSafe(decided)
                ? new Value.Bool(!Derived.isError(decided), origin)
                : Derived.unknown(Source.text(call, scope), origin, List.of(decided)));
  }
}

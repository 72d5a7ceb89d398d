package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function with its evaluated arguments. No argument is a choice or an error; pieces of
 * it may be.
 *
 * @param name without namespace, or of a provider: {@code aws::arn_build}
 * @param written the call as the code has it, for messages
 */
public record FunctionCall(
    String name, List<Value> arguments, Origin origin, String written, FunctionContext context) {

  int count() {
    return arguments.size();
  }

  Value argument(int index) {
    return arguments.get(index);
  }

  public FunctionCall with(List<Value> converted) {
    return new FunctionCall(name, converted, origin, written, context);
  }

  /** The text of an argument when all of it is known, otherwise null. */
  @Nullable String known(int index) {
    return argument(index) instanceof Value.Text text ? text.known() : null;
  }

  /** The whole number an argument is, or null when it is none that fits. */
  @Nullable Integer whole(int index) {
    BigInteger number = Numbers.whole(argument(index));
    return number == null || number.bitLength() > 31 ? null : number.intValue();
  }

  Value.Text text(String text) {
    return Value.Text.of(Conversions.normal(text), origin);
  }

  Value.Bool bool(boolean value) {
    return new Value.Bool(value, origin);
  }

  Value.Numeric number(long value) {
    return number(BigDecimal.valueOf(value));
  }

  Value.Numeric number(BigDecimal value) {
    return new Value.Numeric(value, origin);
  }

  Value.Sequence sequence(Value.Sequence.Kind kind, List<Value> elements, boolean open) {
    return new Value.Sequence(kind, List.copyOf(elements), open, origin);
  }

  Value.Mapping mapping(boolean typed, Map<String, Value> entries, boolean open) {
    return new Value.Mapping(typed, entries, open, origin);
  }

  /** The result cannot be determined because an argument cannot. */
  Value.Unknown unknown() {
    Value.Unknown unknown = Derived.unknown(written, origin, arguments);
    TerraformFunction function = Functions.named(name);
    return function == null || function.neverNull()
        ? new Value.Unknown(unknown.cause(), written, unknown.references(), true, unknown.origin())
        : unknown;
  }

  /** Terraform refuses these arguments. */
  public Value.Unknown invalid(String why) {
    String what = written + ": " + why;
    return Value.Unknown.of(Cause.INVALID, what, origin).explained(what);
  }

  /**
   * The result would be larger than the limit.
   *
   * @param what completes "the code asks for"
   */
  Value.Unknown tooLarge(String what) {
    return context.limit(origin.at(), what);
  }

  /** The stack has used up what it may take. */
  Value.Unknown exceeded() {
    return context.exceeded(origin.at(), written);
  }

  Value.Unknown tooManyElements() {
    return tooLarge("a list of more than " + EvaluationBudget.MAX_ELEMENTS + " elements");
  }

  Value.Unknown tooLong() {
    return tooLarge("a string of more than " + EvaluationBudget.MAX_TEXT + " characters");
  }

  /** The result changes with time, chance or place. */
  Value.Unknown undetermined() {
    return new Value.Unknown(Cause.COMPUTED, written, List.of(), true, origin);
  }
}

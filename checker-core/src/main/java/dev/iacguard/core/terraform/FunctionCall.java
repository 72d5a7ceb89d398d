package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A call of a function with its arguments worked out. No argument is a choice or an error; pieces
 * of it may be.
 *
 * @param name without namespace
 * @param written the call as the code has it, for messages
 */
record FunctionCall(
    String name, List<Value> arguments, Origin origin, String written, Scope scope) {

  int count() {
    return arguments.size();
  }

  Value argument(int index) {
    return arguments.get(index);
  }

  Value.Text text(String text) {
    return Value.Text.of(text, origin);
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

  /** The result cannot be told because an argument cannot. */
  Value.Unknown unknown() {
    return Derived.unknown(written, origin, arguments);
  }

  /** Terraform refuses these arguments. */
  Value.Unknown invalid(String why) {
    return Value.Unknown.of(Cause.INVALID, written + ": " + why, origin);
  }

  /** The result changes with time, chance or place. */
  Value.Unknown undetermined() {
    return Value.Unknown.named(Cause.COMPUTED, written, origin);
  }
}

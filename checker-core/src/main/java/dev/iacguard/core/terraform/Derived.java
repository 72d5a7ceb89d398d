package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of values that are computed from others: unknown from unknown, sensitive from
 * sensitive.
 */
final class Derived {
  private Derived() {}

  /** The first unknown piece inside a value, however deep, or null when all of it is known. */
  static Value.@Nullable Unknown unknownIn(Value value) {
    return new Walk().unknownIn(value);
  }

  /** True when every piece of the value is decided and known. */
  static boolean isWhollyKnown(Value value) {
    return new Walk().isWhollyKnown(value);
  }

  /** True when Terraform would refuse the value's expression. */
  static boolean isError(Value value) {
    return new Walk().isError(value);
  }

  /** True when a value has so many pieces that it is not to be looked through. */
  static boolean isTooLarge(Value value) {
    return new Walk().isTooMuch(value);
  }

  /** Unknown because its operands are: keeps the first cause and all references. */
  static Value.Unknown unknown(String what, Origin origin, List<? extends Value> operands) {
    Cause cause = Cause.NOT_EVALUATED;
    Set<Reference> references = new LinkedHashSet<>();
    boolean first = true;
    for (Value operand : operands) {
      Value.Unknown found = unknownIn(operand);
      if (found != null) {
        cause = first ? found.cause() : cause;
        references.addAll(found.references());
        first = false;
      }
    }
    return new Value.Unknown(
        cause, what, List.copyOf(references), false, sensitive(origin, operands));
  }

  /** The origin, marked sensitive when one of the operands is. */
  static Origin sensitive(Origin origin, Iterable<? extends Value> operands) {
    for (Value operand : operands) {
      if (operand.origin().sensitive()) {
        return origin.asSensitive();
      }
    }
    return origin;
  }
}

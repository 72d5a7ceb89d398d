package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Map;

/** {@code tostring}, {@code tolist} and their like. */
final class TypeFunctions {
  private static final TypeConversion CONVERSION =
      new TypeConversion(
          expression -> {
            throw new IllegalStateException("these types have no optional attributes");
          });

  private TypeFunctions() {}

  static Value convert(FunctionCall call, TypeConstraint type) {
    Value value = CONVERSION.convert(call.argument(0), type);
    return value.withOrigin(at(call, value));
  }

  static Value toSequence(FunctionCall call, Value.Sequence.Kind kind) {
    Value value = call.argument(0);
    if (value instanceof Value.Sequence list) {
      List<Value> elements = Unification.elements(list.elements());
      return call.sequence(
          kind, kind == Value.Sequence.Kind.SET ? Sets.ordered(elements) : elements, list.open());
    }
    return value instanceof Value.Unknown || value instanceof Value.Null
        ? value
        : call.invalid("a list is needed");
  }

  static Value toMap(FunctionCall call) {
    Value value = call.argument(0);
    if (value instanceof Value.Mapping map) {
      Map<String, Value> entries = Unification.entries(map.entries());
      return call.mapping(true, entries, map.open());
    }
    return value instanceof Value.Unknown || value instanceof Value.Null
        ? value
        : call.invalid("a map is needed");
  }

  private static Origin at(FunctionCall call, Value value) {
    return new Origin(call.origin().at(), value.origin().trail(), value.origin().sensitive());
  }
}

package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;

/** Functions that pick one of their arguments. */
final class ConditionalFunctions {
  private ConditionalFunctions() {}

  /** The first argument that is neither null nor empty text. */
  static Value coalesce(FunctionCall call) {
    for (Value argument : call.arguments()) {
      if (argument instanceof Value.Unknown unknown && !unknown.notNull()) {
        return call.unknown();
      }
      boolean empty = argument instanceof Value.Text text && text.parts().isEmpty();
      if (!empty && !(argument instanceof Value.Null)) {
        return argument;
      }
    }
    return call.invalid("all arguments are null or empty");
  }

  static Value coalesceList(FunctionCall call) {
    for (Value argument : call.arguments()) {
      if (argument instanceof Value.Sequence list && !list.elements().isEmpty()) {
        return argument;
      }
      if (argument instanceof Value.Unknown
          || (argument instanceof Value.Sequence list && list.open())) {
        return call.unknown();
      }
    }
    return call.invalid("all lists are empty");
  }

  static Value marks(FunctionCall call) {
    Value value = call.argument(0);
    Origin origin = value.origin();
    return switch (call.name()) {
      case "nonsensitive" -> value.withOrigin(new Origin(origin.at(), origin.trail(), false));
      case "issensitive" -> call.bool(origin.sensitive());
      default -> value;
    };
  }
}

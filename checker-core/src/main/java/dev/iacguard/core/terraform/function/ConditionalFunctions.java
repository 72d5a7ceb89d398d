package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.TypeConstraint;
import dev.iacguard.core.terraform.value.TypeConversion;
import dev.iacguard.core.terraform.value.Types;
import dev.iacguard.core.terraform.value.Unification;

/** Functions that choose one of their arguments, or test one. */
final class ConditionalFunctions {
  private ConditionalFunctions() {}

  /** The first argument that is neither null nor empty text, in the type all have in common. */
  static Value coalesce(FunctionCall call) {
    TypeConstraint common = Unification.unify(Types.each(call.arguments()));
    if (common == null) {
      return call.invalid("arguments of one type are needed");
    }
    for (Value argument : call.arguments()) {
      boolean open =
          argument instanceof Value.Unknown
              || (argument instanceof Value.Text text && text.known() == null);
      boolean sure = !open || NeverEmpty.is(argument);
      if (!sure) {
        return call.unknown();
      }
      boolean empty = argument instanceof Value.Text text && text.parts().isEmpty();
      if (!empty && !(argument instanceof Value.Null)) {
        return TypeConversion.plain(argument, common);
      }
    }
    return call.invalid("all arguments are null or empty");
  }

  static Value coalesceList(FunctionCall call) {
    for (Value argument : call.arguments()) {
      boolean list =
          argument instanceof Value.Sequence some && some.kind() != Value.Sequence.Kind.SET;
      if (!list && !(argument instanceof Value.Unknown)) {
        return call.invalid("lists are needed");
      }
    }
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
      case "sensitive" -> value.withOrigin(origin.asSensitive());
      case "nonsensitive" -> value.withOrigin(origin.asPlain());
      case "issensitive" -> new Value.Bool(origin.sensitive(), call.origin().asPlain());
      default -> value;
    };
  }
}

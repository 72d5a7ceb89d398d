package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.TypeConstraint;
import dev.iacguard.core.terraform.value.TypeConversion;

/** Evaluates {@code tostring}, {@code tolist} and the other type conversions. */
final class TypeFunctions {
  private TypeFunctions() {}

  static Value convert(FunctionCall call) {
    Value value = TypeConversion.plain(call.argument(0), type(call.name()));
    return value.withOrigin(value.origin().usedAt(call.origin().at()));
  }

  private static TypeConstraint type(String function) {
    return switch (function) {
      case "tostring" -> TypeConstraint.Primitive.TEXT;
      case "tonumber" -> TypeConstraint.Primitive.NUMBER;
      case "tobool" -> TypeConstraint.Primitive.BOOL;
      case "tolist" -> new TypeConstraint.Elements(Value.Sequence.Kind.LIST, TypeConstraint.ANY);
      case "toset" -> new TypeConstraint.Elements(Value.Sequence.Kind.SET, TypeConstraint.ANY);
      default -> new TypeConstraint.Entries(TypeConstraint.ANY);
    };
  }
}

package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.TypeConstraint;
import dev.iacguard.core.terraform.value.TypeConversion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Matches and converts the arguments of a call to the function's parameters, as Terraform does. */
final class Arguments {
  private static final TypeConstraint.Elements LIST = list(TypeConstraint.ANY);
  private static final TypeConstraint.Elements TEXTS = list(TypeConstraint.Primitive.TEXT);
  private static final TypeConstraint.Elements BOOLS = list(TypeConstraint.Primitive.BOOL);
  private static final TypeConstraint.Elements SET =
      new TypeConstraint.Elements(Value.Sequence.Kind.SET, TypeConstraint.ANY);

  /**
   * The call with converted arguments, or else the value of the whole call.
   *
   * @param call when it can be made; null arguments only where the function takes them, and unknown
   *     ones only where it deals with them itself
   * @param result otherwise
   */
  record Fitted(@Nullable FunctionCall call, @Nullable Value result) {}

  private final FunctionCall call;
  private final String parameters;
  private final boolean takesUnknown;

  private Arguments(FunctionCall call, TerraformFunction function) {
    this.call = call;
    this.takesUnknown = function.takesUnknown();
    this.parameters = function.parameters();
  }

  static Fitted fit(FunctionCall call, TerraformFunction function) {
    return new Arguments(call, function).fit();
  }

  private Fitted fit() {
    boolean open = parameters.endsWith("*");
    int fixed = parameters.length() - (open ? 2 : 0);
    if (call.count() < fixed || (!open && call.count() > fixed)) {
      return result(call.invalid("takes " + fixed + (open ? " or more" : "") + " arguments"));
    }
    List<Value> converted = new ArrayList<>(call.count());
    boolean unknown = false;
    for (int i = 0; i < call.count(); i++) {
      char parameter = parameters.charAt(Math.min(i, fixed));
      Value value = converted(call.argument(i), parameter);
      if (Derived.isError(value)) {
        return result(call.invalid(why(value)));
      }
      if (value instanceof Value.Null && parameter != 'w') {
        return result(call.invalid("argument " + (i + 1) + " is null"));
      }
      unknown |= value instanceof Value.Unknown;
      converted.add(value);
    }
    return unknown && !takesUnknown
        ? result(call.unknown())
        : new Fitted(call.with(converted), null);
  }

  private static Fitted result(Value value) {
    return new Fitted(null, value);
  }

  private static String why(Value value) {
    return value instanceof Value.Unknown unknown ? unknown.what() : "an element is not valid";
  }

  private static Value converted(Value value, char parameter) {
    return switch (parameter) {
      case 't' -> Conversions.toText(value);
      case 'n' -> Conversions.toNumber(value);
      case 'l' -> TypeConversion.plain(value, TEXTS);
      case 'b' -> TypeConversion.plain(value, BOOLS);
      case 'm' -> TypeConversion.plain(value, new TypeConstraint.Entries(TEXTS));
      case 'L' -> TypeConversion.plain(value, LIST);
      case 'S' -> TypeConversion.plain(value, SET);
      default -> value;
    };
  }

  private static TypeConstraint.Elements list(TypeConstraint element) {
    return new TypeConstraint.Elements(Value.Sequence.Kind.LIST, element);
  }
}

package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.Value;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts between strings, numbers and booleans, as Terraform does automatically. */
public final class Conversions {
  /** Below it all texts are in normal form. */
  private static final char FIRST_COMBINING = 0x300;

  private Conversions() {}

  /**
   * Terraform composes characters (Unicode normalization form C), so that texts that look the same
   * are the same.
   */
  public static String normal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  /** The text a known primitive converts to, or null. */
  public static @Nullable String knownText(@Nullable Value value) {
    return switch (value) {
      case Value.Text text -> text.known();
      case Value.Numeric number -> Numbers.text(number.value());
      case Value.Bool bool -> bool.value() ? "true" : "false";
      case null, default -> null;
    };
  }

  /** The number a known primitive converts to, or null. */
  public static @Nullable BigDecimal knownNumber(Value value) {
    return switch (value) {
      case Value.Numeric number -> number.value();
      case Value.Text text when text.known() != null -> Numbers.parse(text.known());
      default -> null;
    };
  }

  /** The boolean a known primitive converts to, or null. */
  public static @Nullable Boolean knownBool(Value value) {
    return switch (value) {
      case Value.Bool bool -> bool.value();
      case Value.Text text when "true".equals(text.known()) || "1".equals(text.known()) -> true;
      case Value.Text text when "false".equals(text.known()) || "0".equals(text.known()) -> false;
      default -> null;
    };
  }

  /** Converts to text; unknown stays unknown, null stays null, lists and maps are invalid. */
  public static Value toText(Value value) {
    return switch (value) {
      case Value.Text text -> text;
      case Value.Numeric number -> new TextBuilder().add(number).build(number.origin());
      case Value.Bool bool -> new TextBuilder().add(bool).build(bool.origin());
      case Value.Choice choice -> ChoiceLifting.map(choice, Conversions::toText);
      case Value.Null none -> none;
      case Value.Unknown unknown -> unknown;
      case Value.Sequence list -> invalid(list, "a list where a string is needed");
      case Value.Mapping map -> invalid(map, "a map where a string is needed");
    };
  }

  /** Converts to a number; a text that is none is invalid. */
  public static Value toNumber(Value value) {
    return toPrimitive(value, Value.Numeric.class, Conversions::number, "a number");
  }

  /** Converts to a boolean; anything else is invalid. */
  public static Value toBool(Value value) {
    return toPrimitive(value, Value.Bool.class, Conversions::bool, "true or false");
  }

  private static @Nullable Value number(Value value) {
    BigDecimal number = knownNumber(value);
    return number == null ? null : new Value.Numeric(number, value.origin());
  }

  private static @Nullable Value bool(Value value) {
    Boolean bool = knownBool(value);
    return bool == null ? null : new Value.Bool(bool, value.origin());
  }

  private static Value toPrimitive(
      Value value, Class<?> type, Function<Value, @Nullable Value> convert, String what) {
    if (value instanceof Value.Choice choice) {
      return ChoiceLifting.map(choice, arm -> toPrimitive(arm, type, convert, what));
    }
    if (value instanceof Value.Unknown || value instanceof Value.Null || type.isInstance(value)) {
      return value;
    }
    Value converted = convert.apply(value);
    if (converted != null) {
      return converted;
    }
    return value instanceof Value.Text text && text.known() == null
        ? Derived.unknown(what, value.origin(), List.of(value))
        : invalid(value, what + " is needed");
  }

  public static Value.Unknown invalid(Value value, String why) {
    return invalid(value.origin(), why);
  }

  public static Value.Unknown invalid(Origin origin, String why) {
    return Value.Unknown.of(Cause.INVALID, why, origin).explained(why);
  }
}

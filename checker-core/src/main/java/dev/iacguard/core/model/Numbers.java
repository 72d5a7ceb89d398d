package dev.iacguard.core.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** How numbers are written and read. */
public final class Numbers {
  private static final int MAX_DIGITS = 1_000;

  private Numbers() {}

  /** Plain digits, without exponent and without zeros at the end of a fraction. */
  public static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** The number a text stands for, or null when it is none or is out of all proportion. */
  public static @Nullable BigDecimal parse(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > MAX_DIGITS ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The whole number a value stands for (a number, or a text that reads as one), or null. */
  public static @Nullable BigInteger whole(Value value) {
    BigDecimal number = of(value);
    if (number == null || number.stripTrailingZeros().scale() > 0) {
      return null;
    }
    return number.toBigInteger();
  }

  /** The number a value is (a number, or a text that reads as one), or null. */
  public static @Nullable BigDecimal of(Value value) {
    return switch (value) {
      case Value.Numeric numeric -> numeric.value();
      case Value.Text text when text.known() != null -> parse(text.known());
      default -> null;
    };
  }
}

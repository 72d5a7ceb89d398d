package dev.iacguard.core.terraform.function;

import dev.iacguard.core.terraform.value.NumberFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Formats numbers for the verbs of {@code format}. */
final class NumberVerbs {
  private static final int DEFAULT_PRECISION = 6;

  private NumberVerbs() {}

  static String decimal(FormatVerb verb, BigDecimal number) {
    boolean general = verb.letter() == 'g' || verb.letter() == 'G';
    int precision = verb.precision() >= 0 ? verb.precision() : general ? -1 : DEFAULT_PRECISION;
    String text =
        switch (verb.letter()) {
          case 'f' -> NumberFormat.fixed(number, precision);
          case 'e', 'E' -> NumberFormat.exponential(number, precision, verb.letter() == 'E');
          default -> NumberFormat.general(number, precision, verb.letter() == 'G');
        };
    boolean negative = text.startsWith("-");
    String digits = negative ? text.substring(1) : text;
    return fill(verb, sign(verb, negative), digits, verb.zero() && !verb.minus());
  }

  static String whole(FormatVerb verb, BigInteger number) {
    int base =
        switch (verb.letter()) {
          case 'b' -> 2;
          case 'o' -> 8;
          case 'd' -> 10;
          default -> 16;
        };
    String digits = number.abs().toString(base);
    digits = verb.letter() == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
    if (verb.precision() == 0 && number.signum() == 0) {
      return "";
    }
    digits = "0".repeat(Math.max(0, verb.precision() - digits.length())) + digits;
    String start = sign(verb, number.signum() < 0) + (verb.sharp() ? prefix(verb.letter()) : "");
    return fill(verb, start, digits, verb.zero() && !verb.minus() && verb.precision() < 0);
  }

  private static String prefix(char letter) {
    return switch (letter) {
      case 'b' -> "0b";
      case 'o' -> "0";
      case 'x' -> "0x";
      case 'X' -> "0X";
      default -> "";
    };
  }

  private static String sign(FormatVerb verb, boolean negative) {
    return negative ? "-" : verb.plus() ? "+" : verb.space() ? " " : "";
  }

  private static String fill(FormatVerb verb, String start, String digits, boolean zeros) {
    int missing = Math.max(0, verb.width() - start.length() - digits.length());
    if (zeros) {
      return start + "0".repeat(missing) + digits;
    }
    return verb.minus()
        ? start + digits + " ".repeat(missing)
        : " ".repeat(missing) + start + digits;
  }
}

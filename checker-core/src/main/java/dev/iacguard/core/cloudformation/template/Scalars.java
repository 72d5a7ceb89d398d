package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.cloudformation.template.Node.Scalar;
import dev.iacguard.core.cloudformation.template.Node.Scalar.Kind;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.source.Span;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Types a plain YAML scalar by the rules of YAML 1.1 that CloudFormation follows: {@code yes} is
 * true, {@code 0400} is 256, {@code 1:30} is 90; a date stays a string.
 */
public final class Scalars {
  private static final Map<String, Kind> WORDS =
      Map.ofEntries(
          Map.entry("", Kind.NULL),
          Map.entry("~", Kind.NULL),
          Map.entry("null", Kind.NULL),
          Map.entry("true", Kind.BOOL),
          Map.entry("yes", Kind.BOOL),
          Map.entry("on", Kind.BOOL),
          Map.entry("false", Kind.BOOL),
          Map.entry("no", Kind.BOOL),
          Map.entry("off", Kind.BOOL));
  private static final int LONGEST_WORD = 5;
  private static final int LONGEST_NUMBER = 100;

  private Scalars() {}

  /** Whether it is written as true; what is computed is not. */
  public static boolean isTrue(@Nullable Node node) {
    return node instanceof Scalar scalar && scalar.text().equals("true");
  }

  public static Scalar plain(String text, Span span) {
    Kind word = word(text);
    if (word == Kind.NULL) {
      return new Scalar("", Kind.NULL, span);
    }
    if (word == Kind.BOOL) {
      char second = Character.toLowerCase(text.charAt(1));
      boolean yes = second == 'r' || second == 'e' || (text.length() == 2 && second == 'n');
      return new Scalar(yes ? "true" : "false", Kind.BOOL, span);
    }
    String number = number(text);
    return number == null ? Scalar.text(text, span) : new Scalar(number, Kind.NUMBER, span);
  }

  /** Words count in lower case, upper case and with a capital, not in a mixture. */
  private static @Nullable Kind word(String text) {
    if (text.length() > LONGEST_WORD) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    Kind kind = WORDS.get(lower);
    if (kind == null || text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT))) {
      return kind;
    }
    return text.substring(1).equals(lower.substring(1)) ? kind : null;
  }

  /** The decimal digits of a number, or null when the text is none. */
  private static @Nullable String number(String text) {
    if (text.length() > LONGEST_NUMBER || !startsLikeNumber(text)) {
      return null;
    }
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    String sign = text.charAt(0) == '-' ? "-" : "";
    String digits = (signed ? text.substring(1) : text).replace("_", "");
    String whole = whole(digits);
    if (whole != null) {
      return whole.equals("0") ? whole : sign + whole;
    }
    return isFraction(digits) ? sign + plainFraction(digits) : null;
  }

  private static boolean startsLikeNumber(String text) {
    char first = text.charAt(0);
    if (isDigit(first)) {
      return true;
    }
    return text.length() > 1
        && (first == '-' || first == '+' || first == '.')
        && (isDigit(text.charAt(1)) || text.charAt(1) == '.');
  }

  private static @Nullable String whole(String digits) {
    if (digits.startsWith("0x")) {
      return based(digits.substring(2), 16);
    }
    if (digits.startsWith("0b")) {
      return based(digits.substring(2), 2);
    }
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      return based(digits, 8);
    }
    return digits.indexOf(':') > 0 ? sexagesimal(digits) : based(digits, 10);
  }

  private static @Nullable String based(String digits, int base) {
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), base) < 0 || digits.charAt(i) > 'f') {
        return null;
      }
    }
    return digits.isEmpty() ? null : new BigInteger(digits, base).toString();
  }

  private static @Nullable String sexagesimal(String digits) {
    BigInteger sum = BigInteger.ZERO;
    int from = 0;
    while (from <= digits.length()) {
      int colon = digits.indexOf(':', from);
      String part = digits.substring(from, colon < 0 ? digits.length() : colon);
      boolean fits =
          from == 0 || part.length() == 1 || (part.length() == 2 && part.charAt(0) < '6');
      String value = fits ? based(part, 10) : null;
      if (value == null) {
        return null;
      }
      sum = sum.multiply(BigInteger.valueOf(60)).add(new BigInteger(value));
      from = colon < 0 ? digits.length() + 1 : colon + 1;
    }
    return sum.toString();
  }

  /** Digits with one point, and perhaps an exponent that has a sign. */
  private static boolean isFraction(String digits) {
    int at = skipDigits(digits, 0);
    if (at == digits.length() || digits.charAt(at) != '.') {
      return false;
    }
    int end = skipDigits(digits, at + 1);
    if (at == 0 && end == 1) {
      return false;
    }
    if (end + 2 < digits.length()
        && (digits.charAt(end) == 'e' || digits.charAt(end) == 'E')
        && (digits.charAt(end + 1) == '+' || digits.charAt(end + 1) == '-')) {
      end = skipDigits(digits, end + 2);
    }
    return end == digits.length();
  }

  private static String plainFraction(String digits) {
    String padded = digits.startsWith(".") ? "0" + digits : digits;
    var number = Numbers.parse(padded);
    return number == null ? padded : Numbers.text(number);
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

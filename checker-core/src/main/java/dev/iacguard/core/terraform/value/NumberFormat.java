package dev.iacguard.core.terraform.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Formats numbers as Go's {@code %e}, {@code %f} and {@code %g} do. */
public final class NumberFormat {
  private NumberFormat() {}

  /** {@code %.<places>f}. */
  public static String fixed(BigDecimal number, int places) {
    return plain(Arithmetic.exactly(number).setScale(places, RoundingMode.HALF_EVEN), number);
  }

  /** {@code %.<places>e}. */
  public static String exponential(BigDecimal number, int places, boolean capital) {
    return exponential(rounded(Arithmetic.exactly(number), places + 1), places, capital, number);
  }

  /**
   * {@code %.<digits>g}.
   *
   * @param digits significant ones; -1 for as many as needed
   */
  public static String general(BigDecimal number, int digits, boolean capital) {
    BigDecimal value =
        digits < 0 ? number : rounded(Arithmetic.exactly(number), Math.max(1, digits));
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    int length = value.signum() == 0 ? 0 : value.precision();
    int point = value.signum() == 0 ? 0 : value.precision() - value.scale();
    int most = digits < 0 ? length : Math.max(1, digits);
    int threshold = most > length && length >= point ? length : most;
    threshold = digits < 0 ? 6 : threshold;
    if (point - 1 < -4 || (point - 1 >= threshold && length > 0)) {
      return exponential(value, Math.min(most, length) - 1, capital, number);
    }
    return plain(value.setScale(Math.max(0, length - point), RoundingMode.UNNECESSARY), number);
  }

  private static BigDecimal rounded(BigDecimal number, int digits) {
    return number.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static String plain(BigDecimal rounded, BigDecimal number) {
    String text = rounded.toPlainString();
    return number.signum() < 0 && rounded.signum() == 0 ? "-" + text : text;
  }

  private static String exponential(
      BigDecimal value, int places, boolean capital, BigDecimal number) {
    String digits = value.unscaledValue().abs().toString();
    int exponent = value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
    StringBuilder text = new StringBuilder(places + 8);
    text.append(number.signum() < 0 ? "-" : "").append(digits.charAt(0));
    if (places > 0) {
      text.append('.');
      for (int i = 1; i <= places; i++) {
        text.append(i < digits.length() ? digits.charAt(i) : '0');
      }
    }
    text.append(capital ? 'E' : 'e').append(exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    return text.append(size < 10 ? "0" : "").append(size).toString();
  }
}

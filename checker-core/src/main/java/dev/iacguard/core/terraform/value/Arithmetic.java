package dev.iacguard.core.terraform.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Computes Terraform's arithmetic: binary floating point of 512 bits. Every result is the shortest
 * decimal that represents its binary value, which is how Terraform writes it.
 */
public final class Arithmetic {
  private static final int BITS = 512;

  /** Decimals of so many digits differ in 512 bits. */
  private static final int SURE_DIGITS = 153;

  private static final int MOST_DIGITS = 156;

  private Arithmetic() {}

  /** Mantissa × 2^exponent, the mantissa of at most 512 bits. */
  private record Binary(BigInteger mantissa, int exponent) {

    static Binary of(BigDecimal decimal) {
      BigInteger unscaled = decimal.unscaledValue();
      return decimal.scale() <= 0
          ? rounded(unscaled.multiply(BigInteger.TEN.pow(-decimal.scale())), 0, false)
          : quotient(unscaled, BigInteger.TEN.pow(decimal.scale()), 0);
    }

    /** {@code above / below × 2^exponent}. */
    static Binary quotient(BigInteger above, BigInteger below, int exponent) {
      int shift = Math.max(0, BITS + 2 + below.bitLength() - above.bitLength());
      BigInteger[] parts = above.shiftLeft(shift).divideAndRemainder(below);
      return rounded(parts[0], exponent - shift, parts[1].signum() != 0);
    }

    /** To the nearest, the even one of two that are equally near. */
    static Binary rounded(BigInteger mantissa, int exponent, boolean more) {
      BigInteger size = mantissa.abs();
      int extra = size.bitLength() - BITS;
      if (extra <= 0) {
        int zeros = Math.max(0, mantissa.getLowestSetBit());
        return new Binary(
            mantissa.shiftRight(zeros), mantissa.signum() == 0 ? 0 : exponent + zeros);
      }
      boolean half = size.testBit(extra - 1);
      boolean above = more || size.getLowestSetBit() < extra - 1;
      BigInteger kept = size.shiftRight(extra);
      if (half && (above || kept.testBit(0))) {
        kept = kept.add(BigInteger.ONE);
      }
      return rounded(mantissa.signum() < 0 ? kept.negate() : kept, exponent + extra, false);
    }

    BigDecimal exactly() {
      return exponent >= 0
          ? new BigDecimal(mantissa.shiftLeft(exponent))
          : new BigDecimal(mantissa.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
    }

    /** The shortest decimal that represents this value. */
    BigDecimal shortest() {
      BigDecimal exact = exactly();
      for (int digits = SURE_DIGITS; digits < MOST_DIGITS; digits++) {
        BigDecimal decimal = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (of(decimal).equals(this)) {
          return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        }
      }
      return exact.stripTrailingZeros();
    }
  }

  /** The binary value that a decimal represents, in full. */
  static BigDecimal exactly(BigDecimal decimal) {
    return Binary.of(decimal).exactly();
  }

  /** True for numbers that are out of all proportion, above or below. */
  public static boolean isExtreme(BigDecimal number) {
    return Math.abs((long) number.precision() - number.scale()) > EvaluationBudget.MAX_DIGITS;
  }

  public static BigDecimal add(BigDecimal left, BigDecimal right) {
    return areWhole(left, right) ? small(left.add(right)) : sum(left, right);
  }

  public static BigDecimal subtract(BigDecimal left, BigDecimal right) {
    return add(left, right.negate());
  }

  public static BigDecimal multiply(BigDecimal left, BigDecimal right) {
    if (areWhole(left, right)) {
      return small(left.multiply(right));
    }
    Binary a = Binary.of(left);
    Binary b = Binary.of(right);
    return Binary.rounded(a.mantissa.multiply(b.mantissa), a.exponent + b.exponent, false)
        .shortest();
  }

  /**
   * @param right not zero
   */
  public static BigDecimal divide(BigDecimal left, BigDecimal right) {
    Binary a = Binary.of(left);
    Binary b = Binary.of(right);
    BigInteger above = b.mantissa.signum() < 0 ? a.mantissa.negate() : a.mantissa;
    return Binary.quotient(above, b.mantissa.abs(), a.exponent - b.exponent).shortest();
  }

  /** What is left after taking {@code right} away as often as it fits; all when it is zero. */
  public static BigDecimal remainder(BigDecimal left, BigDecimal right) {
    if (right.signum() == 0) {
      return left;
    }
    BigDecimal times = divide(left, right).setScale(0, RoundingMode.DOWN);
    return subtract(left, multiply(right, times));
  }

  private static BigDecimal sum(BigDecimal left, BigDecimal right) {
    Binary a = Binary.of(left);
    Binary b = Binary.of(right);
    int exponent = Math.min(a.exponent, b.exponent);
    BigInteger sum =
        a.mantissa
            .shiftLeft(a.exponent - exponent)
            .add(b.mantissa.shiftLeft(b.exponent - exponent));
    return Binary.rounded(sum, exponent, false).shortest();
  }

  private static boolean areWhole(BigDecimal left, BigDecimal right) {
    return left.scale() <= 0 && right.scale() <= 0;
  }

  private static BigDecimal small(BigDecimal whole) {
    return whole.precision() - whole.scale() < SURE_DIGITS ? whole : Binary.of(whole).shortest();
  }
}

package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Arithmetic;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions on numbers. */
final class NumberFunctions {
  /** Terraform's own bound for {@code range}. */
  private static final int MAX_RANGE = 1_024;

  private static final int SMALL_LETTERS = 36;
  private static final int LARGEST_BASE = 62;

  private NumberFunctions() {}

  static Value simple(FunctionCall call) {
    BigDecimal number = number(call, 0);
    return call.number(
        switch (call.name()) {
          case "abs" -> number.abs();
          case "ceil" -> number.setScale(0, RoundingMode.CEILING);
          case "floor" -> number.setScale(0, RoundingMode.FLOOR);
          default -> BigDecimal.valueOf(number.signum());
        });
  }

  static Value signum(FunctionCall call) {
    return Numbers.whole(call.argument(0)) == null
        ? call.invalid("a whole number is needed")
        : simple(call);
  }

  private static BigDecimal number(FunctionCall call, int index) {
    BigDecimal number = Conversions.knownNumber(call.argument(index));
    if (number == null) {
      throw new IllegalStateException("the signature asks for numbers: " + call.name());
    }
    return number;
  }

  static Value extreme(FunctionCall call) {
    if (call.count() == 0) {
      return call.invalid("a number is needed");
    }
    BigDecimal found = number(call, 0);
    for (int i = 1; i < call.count(); i++) {
      BigDecimal other = number(call, i);
      found = call.name().equals("max") ? found.max(other) : found.min(other);
    }
    return call.number(found);
  }

  /** {@code pow} and {@code log} compute with 64 bits. */
  static Value power(FunctionCall call) {
    double left = number(call, 0).doubleValue();
    double right = number(call, 1).doubleValue();
    double result =
        call.name().equals("pow") ? Math.pow(left, right) : Math.log(left) / Math.log(right);
    return Double.isFinite(result)
        ? call.number(new BigDecimal(Double.toString(result)).stripTrailingZeros())
        : call.invalid("the result is not a number");
  }

  static Value parseInt(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Text text)) {
      return call.invalid("a string is needed");
    }
    Integer base = call.whole(1);
    if (base == null || base < 2 || base > LARGEST_BASE) {
      return call.invalid("the base must be between 2 and " + LARGEST_BASE);
    }
    String digits = text.known();
    if (digits == null) {
      return call.unknown();
    }
    if (digits.length() > EvaluationBudget.MAX_DIGITS) {
      return call.tooLarge("a number of more than " + EvaluationBudget.MAX_DIGITS + " digits");
    }
    BigInteger number = parse(digits, base);
    return number == null
        ? call.invalid("not a whole number of base " + base)
        : call.number(new BigDecimal(number));
  }

  private static @Nullable BigInteger parse(String text, int base) {
    boolean sign = text.startsWith("-") || text.startsWith("+");
    String digits = sign ? text.substring(1) : text;
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digit(digits.charAt(i), base);
      if (digit < 0 || digit >= base) {
        return null;
      }
      number = number.multiply(BigInteger.valueOf(base)).add(BigInteger.valueOf(digit));
    }
    return digits.isEmpty() ? null : text.startsWith("-") ? number.negate() : number;
  }

  /** Capitals count like small letters up to base 36 and come behind them in larger ones. */
  private static int digit(char c, int base) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'Z') {
      return c - 'A' + (base <= SMALL_LETTERS ? 10 : SMALL_LETTERS);
    }
    return -1;
  }

  static Value range(FunctionCall call) {
    if (call.count() == 0 || call.count() > 3) {
      return call.invalid("one, two or three numbers are needed");
    }
    BigDecimal start = call.count() > 1 ? number(call, 0) : BigDecimal.ZERO;
    BigDecimal limit = number(call, call.count() > 1 ? 1 : 0);
    BigDecimal up = limit.compareTo(start) < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    BigDecimal step = call.count() > 2 ? number(call, 2) : up;
    int way = limit.subtract(start).signum();
    if (step.signum() == 0 || (way != 0 && way != step.signum())) {
      return call.invalid("the step leads away from the limit");
    }
    List<Value> numbers = new ArrayList<>();
    for (BigDecimal at = start;
        limit.subtract(at).signum() == step.signum();
        at = Arithmetic.add(at, step)) {
      if (numbers.size() >= MAX_RANGE) {
        return call.invalid("more than " + MAX_RANGE + " numbers");
      }
      numbers.add(call.number(at));
    }
    return call.sequence(Value.Sequence.Kind.LIST, numbers, false);
  }

  static Value sum(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.invalid("a list is needed");
    }
    if (list.elements().isEmpty() && !list.open()) {
      return call.invalid("there is nothing to add up");
    }
    BigDecimal sum = BigDecimal.ZERO;
    boolean known = !list.open();
    for (Value element : list.elements()) {
      Value number = Conversions.toNumber(element);
      if (Derived.isError(number) || number instanceof Value.Null) {
        return call.invalid("numbers are needed");
      }
      known &= number instanceof Value.Numeric;
      sum = number instanceof Value.Numeric some ? Arithmetic.add(sum, some.value()) : sum;
    }
    return known ? call.number(sum) : call.unknown();
  }
}

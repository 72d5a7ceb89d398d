package dev.iacguard.core.terraform.function;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Parses and writes RFC 3339 timestamps, and durations as Go does. */
final class Timestamps {
  private static final String SHAPE = "0000-00-00T00:00:00";
  private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);

  private Timestamps() {}

  static @Nullable OffsetDateTime parse(String text) {
    if (text.length() <= SHAPE.length() || !hasShape(text, 0, SHAPE)) {
      return null;
    }
    int zone = SHAPE.length();
    int nanos = 0;
    if (text.charAt(zone) == '.') {
      int start = ++zone;
      while (zone < text.length() && isDigit(text.charAt(zone))) {
        zone++;
      }
      if (zone == start) {
        return null;
      }
      String digits = (text.substring(start, zone) + "00000000").substring(0, 9);
      nanos = Integer.parseInt(digits);
    }
    ZoneOffset offset = offset(text.substring(zone));
    if (offset == null) {
      return null;
    }
    try {
      return OffsetDateTime.of(
          number(text, 0, 4),
          number(text, 5, 7),
          number(text, 8, 10),
          number(text, 11, 13),
          number(text, 14, 16),
          number(text, 17, 19),
          nanos,
          offset);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable ZoneOffset offset(String text) {
    if (text.equals("Z")) {
      return ZoneOffset.UTC;
    }
    if (text.length() != 6 || "+-".indexOf(text.charAt(0)) < 0 || !hasShape(text, 1, "00:00")) {
      return null;
    }
    int sign = text.charAt(0) == '-' ? -1 : 1;
    try {
      return ZoneOffset.ofHoursMinutes(sign * number(text, 1, 3), sign * number(text, 4, 6));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean hasShape(String text, int from, String shape) {
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(from + i);
      if (shape.charAt(i) == '0' ? !isDigit(c) : c != shape.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text.substring(from, to));
  }

  /** Without fractions of a second. */
  static String text(OffsetDateTime time) {
    return two(time.getYear() / 100)
        + two(time.getYear() % 100)
        + "-"
        + two(time.getMonthValue())
        + "-"
        + two(time.getDayOfMonth())
        + "T"
        + two(time.getHour())
        + ":"
        + two(time.getMinute())
        + ":"
        + two(time.getSecond())
        + zone(time, true, ":");
  }

  static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  /**
   * The offset from UTC.
   *
   * @param z true to write UTC as {@code Z}
   */
  static String zone(OffsetDateTime time, boolean z, String colon) {
    int minutes = time.getOffset().getTotalSeconds() / 60;
    int size = Math.abs(minutes);
    return z && minutes == 0
        ? "Z"
        : (minutes < 0 ? "-" : "+") + two(size / 60) + colon + two(size % 60);
  }

  /** {@code -1h30m}, {@code 1.5s}; null when it is none. */
  static @Nullable Duration duration(String text) {
    boolean sign = text.startsWith("-") || text.startsWith("+");
    String rest = sign ? text.substring(1) : text;
    if (rest.equals("0")) {
      return Duration.ZERO;
    }
    BigDecimal nanos = rest.isEmpty() || rest.length() > 100 ? null : nanos(rest);
    if (nanos == null || nanos.compareTo(MOST_NANOS) > 0) {
      return null;
    }
    BigInteger whole = nanos.toBigInteger();
    return Duration.ofNanos((text.startsWith("-") ? whole.negate() : whole).longValueExact());
  }

  private static @Nullable BigDecimal nanos(String text) {
    BigDecimal sum = BigDecimal.ZERO;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      String digits = text.substring(start, at);
      int unit = at;
      while (at < text.length() && !isDigit(text.charAt(at)) && text.charAt(at) != '.') {
        at++;
      }
      long factor = nanosOf(text.substring(unit, at));
      boolean number =
          digits.indexOf('.') == digits.lastIndexOf('.') && digits.chars().anyMatch(c -> c != '.');
      if (factor == 0 || !number) {
        return null;
      }
      sum = sum.add(new BigDecimal(digits).multiply(BigDecimal.valueOf(factor)));
    }
    return sum;
  }

  private static long nanosOf(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs", "μs" -> 1_000;
      case "ms" -> 1_000_000;
      case "s" -> 1_000_000_000;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 0;
    };
  }
}

package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Types a plain YAML scalar as Terraform does: YAML 1.1 with the numbers of 1.2. */
final class YamlScalars {
  private YamlScalars() {}

  /** The value, or null when it cannot be one. */
  static @Nullable Value plain(FunctionCall call, String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> new Value.Null(call.origin());
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" ->
          call.bool(true);
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ->
          call.bool(false);
      // Terraform has no such numbers.
      case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF" -> null;
      case "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> null;
      default -> {
        BigDecimal number = number(text);
        String time = number == null ? timestamp(text) : null;
        yield number != null ? call.number(number) : call.text(time != null ? time : text);
      }
    };
  }

  static @Nullable BigDecimal number(String text) {
    if (text.isEmpty() || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return null;
    }
    if (text.startsWith("0x") || text.startsWith("0o")) {
      return whole(text.substring(2), text.charAt(1) == 'x' ? 16 : 8);
    }
    return Numbers.parse(text);
  }

  private static @Nullable BigDecimal whole(String digits, int radix) {
    boolean valid =
        !digits.isEmpty()
            && digits.length() <= 22
            && digits.chars().allMatch(c -> Character.digit(c, radix) >= 0 && c < 0x80);
    BigInteger number = valid ? new BigInteger(digits, radix) : null;
    return number == null || number.bitLength() > 64 ? null : new BigDecimal(number);
  }

  /** Dates and times are rewritten in RFC 3339. */
  private static @Nullable String timestamp(String text) {
    if (text.length() < 8 || text.length() > 40 || text.charAt(4) != '-') {
      return null;
    }
    int time = 5;
    while (time < text.length() && "Tt ".indexOf(text.charAt(time)) < 0) {
      time++;
    }
    int[] date = fields(text.substring(0, time), "-", 4);
    if (date == null) {
      return null;
    }
    if (time == text.length()) {
      return rewritten(date, new int[3], "Z");
    }
    boolean local = text.charAt(time) == ' ';
    int zone = time + 1;
    while (zone < text.length() && "0123456789:.".indexOf(text.charAt(zone)) >= 0) {
      zone++;
    }
    String clock = text.substring(time + 1, zone);
    int fraction = clock.indexOf('.');
    int[] hours = fields(fraction < 0 ? clock : clock.substring(0, fraction), ":", 1);
    boolean fractionIsWrong =
        fraction >= 0 && (fraction == clock.length() - 1 || clock.indexOf('.', fraction + 1) >= 0);
    if (hours == null || fractionIsWrong || local != (zone == text.length())) {
      return null;
    }
    return rewritten(date, hours, local ? "Z" : text.substring(zone));
  }

  /** Three numbers of one or two digits; the first of {@code first} when that is more. */
  private static int @Nullable [] fields(String text, String separator, int first) {
    String[] parts = text.split(separator, -1);
    int[] numbers = new int[3];
    for (int i = 0; i < parts.length; i++) {
      int most = i == 0 && first > 2 ? first : 2;
      boolean digits =
          parts.length == 3
              && !parts[i].isEmpty()
              && parts[i].length() <= most
              && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
      if (!digits) {
        return null;
      }
      numbers[i] = Integer.parseInt(parts[i]);
    }
    return numbers;
  }

  private static @Nullable String rewritten(int[] date, int[] clock, String zone) {
    try {
      LocalDateTime time =
          LocalDateTime.of(date[0], date[1], date[2], clock[0], clock[1], clock[2]);
      String text = Timestamps.text(time.atOffset(ZoneOffset.UTC));
      String zoned = text.substring(0, text.length() - 1) + zone;
      return Timestamps.parse(zoned) == null ? null : zoned;
    } catch (DateTimeException e) {
      return null;
    }
  }
}

package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions on points in time. */
final class DateFunctions {
  private DateFunctions() {}

  static Value add(FunctionCall call) {
    String start = call.known(0);
    String length = call.known(1);
    if (start == null || length == null) {
      return call.unknown();
    }
    OffsetDateTime time = Timestamps.parse(start);
    Duration duration = Timestamps.duration(length);
    if (time == null || duration == null) {
      return call.invalid("a timestamp and a duration are needed");
    }
    try {
      return call.text(Timestamps.text(time.plus(duration)));
    } catch (DateTimeException e) {
      return call.invalid("there is no such time");
    }
  }

  static Value compare(FunctionCall call) {
    String first = call.known(0);
    String second = call.known(1);
    if (first == null || second == null) {
      return call.unknown();
    }
    OffsetDateTime a = Timestamps.parse(first);
    OffsetDateTime b = Timestamps.parse(second);
    return a == null || b == null
        ? call.invalid("timestamps are needed")
        : call.number(Integer.signum(a.toInstant().compareTo(b.toInstant())));
  }

  static Value format(FunctionCall call) {
    String format = call.known(0);
    String written = call.known(1);
    if (format == null || written == null) {
      return call.unknown();
    }
    OffsetDateTime time = Timestamps.parse(written);
    if (time == null) {
      return call.invalid("a timestamp is needed");
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at);
      if (c == '\'') {
        int end = endOfQuote(format, at);
        if (end < 0) {
          return call.invalid("a quote is not closed");
        }
        String quoted = format.substring(at + 1, end);
        text.append(quoted.isEmpty() ? "'" : quoted.replace("''", "'"));
        at = end + 1;
      } else if (isLetter(c)) {
        int end = at;
        while (end < format.length() && format.charAt(end) == c) {
          end++;
        }
        String field = field(c, end - at, time);
        if (field == null) {
          return call.invalid("there is no " + format.substring(at, end));
        }
        text.append(field);
        at = end;
      } else {
        text.append(c);
        at++;
      }
    }
    return call.text(text.toString());
  }

  /** The closing quote; two quotes inside mean one. */
  private static int endOfQuote(String format, int start) {
    if (format.startsWith("''", start)) {
      return start + 1;
    }
    int at = format.indexOf('\'', start + 1);
    while (at >= 0 && format.startsWith("''", at)) {
      at = format.indexOf('\'', at + 2);
    }
    return at;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static @Nullable String field(char letter, int count, OffsetDateTime time) {
    return switch (letter) {
      case 'Y' -> year(time.getYear(), count);
      case 'M' ->
          count <= 2
              ? number(time.getMonthValue(), count)
              : name(time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), count);
      case 'D' -> number(time.getDayOfMonth(), count);
      case 'E' -> name(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), count);
      case 'h' -> number(time.getHour(), count);
      case 'H' -> number((time.getHour() + 11) % 12 + 1, count);
      case 'A' -> count == 2 ? time.getHour() < 12 ? "AM" : "PM" : null;
      case 'a' -> count == 2 ? time.getHour() < 12 ? "am" : "pm" : null;
      case 'm' -> number(time.getMinute(), count);
      case 's' -> number(time.getSecond(), count);
      case 'Z' -> zone(time, count);
      default -> null;
    };
  }

  private static @Nullable String year(int year, int count) {
    return switch (count) {
      case 2 -> Timestamps.two(year % 100);
      case 4 -> Timestamps.two(year / 100) + Timestamps.two(year % 100);
      default -> null;
    };
  }

  private static @Nullable String number(int number, int count) {
    return switch (count) {
      case 1 -> String.valueOf(number);
      case 2 -> Timestamps.two(number);
      default -> null;
    };
  }

  private static @Nullable String name(String name, int count) {
    return switch (count) {
      case 3 -> name.substring(0, 3);
      case 4 -> name;
      default -> null;
    };
  }

  private static @Nullable String zone(OffsetDateTime time, int count) {
    return switch (count) {
      case 1 -> Timestamps.zone(time, true, ":");
      case 3 -> time.getOffset().getTotalSeconds() == 0 ? "UTC" : Timestamps.zone(time, false, "");
      case 4 -> Timestamps.zone(time, false, "");
      case 5 -> Timestamps.zone(time, false, ":");
      default -> null;
    };
  }
}

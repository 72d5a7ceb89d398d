package dev.iacguard.core.logs;

import java.time.LocalDate;

/**
 * Reads points in time: {@code 29/Nov/2026:13:55:36 +0000}, {@code 2026-11-29T13:55:36Z} (the
 * offset may be left out), and milliseconds or seconds since 1970.
 */
final class LogTime {
  static final long NONE = Long.MIN_VALUE;

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int DAY_SECONDS = 86_400;
  private static final long FIRST_MILLIS = 100_000_000_000L;
  private static final int MOST_DIGITS = 15;

  /** The day read last, since lines that follow each other are of the same day. */
  private int lastDay = -1;

  private long lastEpochDay;

  /** Seconds since 1970; {@link #NONE} when it is not a point in time. */
  long seconds(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length >= 20 && bytes[from + 2] == '/' && bytes[from + 6] == '/') {
      return common(bytes, from, to);
    }
    if (length >= 19 && bytes[from + 4] == '-' && bytes[from + 10] == 'T') {
      return iso(bytes, from, to);
    }
    long number = number(bytes, from, to);
    return number < 0 ? NONE : number >= FIRST_MILLIS ? number / 1000 : number;
  }

  private long common(byte[] bytes, int from, int to) {
    int month = month(bytes, from + 3);
    long day = day(digits(bytes, from + 7, 4), month, digits(bytes, from, 2));
    long time = time(bytes, from + 12);
    boolean offset = to - from >= 26 && (bytes[from + 21] == '+' || bytes[from + 21] == '-');
    return day == NONE || time == NONE
        ? NONE
        : day * DAY_SECONDS + time - (offset ? offset(bytes, from + 21, from + 24) : 0);
  }

  private long iso(byte[] bytes, int from, int to) {
    long day = day(digits(bytes, from, 4), digits(bytes, from + 5, 2), digits(bytes, from + 8, 2));
    long time = time(bytes, from + 11);
    int sign = to - 6;
    boolean offset = sign > from + 18 && (bytes[sign] == '+' || bytes[sign] == '-');
    return day == NONE || time == NONE
        ? NONE
        : day * DAY_SECONDS + time - (offset ? offset(bytes, sign, sign + 4) : 0);
  }

  private static int month(byte[] bytes, int from) {
    for (int month = 0; month < 12; month++) {
      int at = 3 * month;
      if (bytes[from] == MONTHS.charAt(at)
          && bytes[from + 1] == MONTHS.charAt(at + 1)
          && bytes[from + 2] == MONTHS.charAt(at + 2)) {
        return month + 1;
      }
    }
    return -1;
  }

  private long day(int year, int month, int day) {
    if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31) {
      return NONE;
    }
    int written = (year * 16 + month) * 32 + day;
    if (written != lastDay) {
      if (day > java.time.YearMonth.of(year, month).lengthOfMonth()) {
        return NONE;
      }
      lastEpochDay = LocalDate.of(year, month, day).toEpochDay();
      lastDay = written;
    }
    return lastEpochDay;
  }

  private static long time(byte[] bytes, int from) {
    int hour = digits(bytes, from, 2);
    int minute = digits(bytes, from + 3, 2);
    int second = digits(bytes, from + 6, 2);
    return hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60
        ? NONE
        : hour * 3_600L + minute * 60L + second;
  }

  private static long offset(byte[] bytes, int sign, int minutes) {
    int hours = digits(bytes, sign + 1, 2);
    int rest = digits(bytes, minutes, 2);
    long seconds = Math.max(0, hours) * 3_600L + Math.max(0, rest) * 60L;
    return bytes[sign] == '-' ? -seconds : seconds;
  }

  private static int digits(byte[] bytes, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return -1;
      }
      number = number * 10 + bytes[i] - '0';
    }
    return number;
  }

  /** A number that is not negative, what follows its point left out; -1 when it is none. */
  static long number(byte[] bytes, int from, int to) {
    long number = 0;
    int at = from;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && at - from < MOST_DIGITS) {
      number = number * 10 + bytes[at++] - '0';
    }
    return at == from || (at < to && bytes[at] != '.') ? -1 : number;
  }
}

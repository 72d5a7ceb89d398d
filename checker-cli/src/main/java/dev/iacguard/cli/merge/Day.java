package dev.iacguard.cli.merge;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a day of the years 1 to 9999: {@code 2026-11-29}. */
public final class Day {
  private static final int LENGTH = "2026-11-29".length();

  private Day() {}

  /** Null for any other text. */
  public static @Nullable LocalDate of(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return text.length() == LENGTH && day.getYear() > 0 ? day : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}

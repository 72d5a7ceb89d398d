package dev.iacguard.core.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {
  private static final DateTimeFormatter COMMON =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ENGLISH);

  private static long seconds(LogTime time, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return time.seconds(bytes, 0, bytes.length);
  }

  @Test
  void timesAreThoseOfTheJavaLibrary() {
    Random random = new Random(2);
    LogTime time = new LogTime();
    for (int i = 0; i < 20_000; i++) {
      long second = 1L + random.nextInt(Integer.MAX_VALUE);
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(900 * (random.nextInt(97) - 48));
      OffsetDateTime at = Instant.ofEpochSecond(second).atOffset(offset);

      assertThat(seconds(time, COMMON.format(at))).isEqualTo(second);
      assertThat(seconds(time, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at)))
          .isEqualTo(second);
      assertThat(seconds(time, String.valueOf(second * 1000 + 5)))
          .isEqualTo(second * 1000 >= 100_000_000_000L ? second : second * 1000 + 5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "yesterday",
        "31/Feb/2026:10:00:00 +0000",
        "28/Abc/2026:10:00:00 +0000",
        "2026-13-01T00:00:00Z",
        "2026-11-28T25:00:00Z",
        "28/Nov/2026:1x:00:00 +0000"
      })
  void whatIsNoTimeIsNone(String text) {
    assertThat(seconds(new LogTime(), text)).isEqualTo(LogTime.NONE);
  }
}

package dev.iacguard.core.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of more than 1 MiB are skipped, counted and named once, and take no memory. */
class LongLinesTest {
  private static final int MIB = 1 << 20;
  private static final String LINE = "{\"status\":200}";

  private static LogSummary read(String name, InputStream in) {
    LogRun run = new LogRun(LogLayout.RECOGNISED);
    run.read(name, in);
    return run.summary();
  }

  private static LogSummary read(String text) {
    return read("a.log", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A line of JSON with as many bytes. */
  private static String line(int length) {
    String ends = "{\"status\":200,\"path\":\"\"}";
    return ends.replace("\"\"", '"' + "x".repeat(length - ends.length()) + '"');
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 0", "1, 1", "2, 1", "3, 1", "1000, 1", "1048576, 1", "4194304, 1"})
  void theBoundIsOneMebibyte(int more, int skipped) {
    for (String ending : List.of("\n", "\r\n")) {
      LogSummary summary = read(LINE + ending + line(MIB + more) + ending + LINE);
      assertThat(summary.requests()).isEqualTo(3 - skipped);
      assertThat(summary.tooLong()).isEqualTo(skipped);
      assertThat(summary.unparsedBytes()).isEqualTo(skipped == 0 ? 0 : MIB + more + LogMeter.EVENT);
      assertThat(read(LINE + ending + line(MIB + more)).tooLong()).isEqualTo(skipped);
    }
  }

  @Test
  void theFirstIsNamedAndTheOthersAreCounted() {
    String skipped = line(MIB + 1) + "\n";
    LogSummary summary = read(LINE + "\n" + skipped + "wrong\n" + skipped + skipped + LINE);
    assertThat(summary.requests()).isEqualTo(2);
    assertThat(summary.unparsed()).isEqualTo(4);
    assertThat(summary.tooLong()).isEqualTo(3);
    assertThat(summary.problems())
        .containsExactly(
            new LogProblem(
                "a.log",
                2,
                1,
                "3 lines are longer than 1 MiB and were skipped; this is the first"));
    assertThat(summary.firstUnparsed()).isNotNull().extracting(LogProblem::line).isEqualTo(3L);
  }

  @Test
  void aFileOfNothingElseIsNamed() {
    LogSummary summary = read("x".repeat(3 * MIB));
    assertThat(summary.requests()).isZero();
    assertThat(summary.unparsed()).isOne();
    assertThat(summary.problems())
        .extracting(LogProblem::message)
        .containsExactly("a line is longer than 1 MiB and was skipped");
  }

  /** Escapes count as the character that they represent. */
  @ParameterizedTest
  @CsvSource({
    "x, 1048500, 0",
    "x, 1048600, 1",
    "x, 20000000, 1",
    "\\u0041, 1048500, 0",
    "\\u0041, 1048600, 1",
    "\\u0041, 9000000, 1",
    "é, 500000, 0",
    "é, 9000000, 1",
    "\\\\, 1048500, 0",
    "\\\\, 9000000, 1",
  })
  void anEventOfAnExportIsSkippedToo(String character, int times, int skipped) {
    String message = LINE.replace("\"", "\\\"");
    String padded = message.replace("200", "200,\\\"p\\\":\\\"" + character.repeat(times) + "\\\"");
    LogSummary summary =
        read(
            Stream.of(message, padded, message)
                .map(each -> "{\"message\":\"" + each + "\"}")
                .collect(Collectors.joining(",", "{\"events\":[", "]}")));
    assertThat(summary.tooLong()).isEqualTo(skipped);
    assertThat(summary.requests()).isEqualTo(3 - skipped);
    assertThat(summary.unparsed()).isEqualTo(skipped);
  }

  /** A few hundred kilobytes hold a line, or a string, of some hundred megabytes. */
  @ParameterizedTest
  @ValueSource(strings = {"", "[\"", "{\"events\":[{\"message\":\"", "{\"events\":[{\"other\":\""})
  void aSmallFileOfAHugeLineTakesNoMemory(String start) throws IOException {
    byte[] packed = packed(start, 300);
    assertThat(packed.length).isLessThan(MIB);
    long before = allocated();
    LogSummary summary = read("a.log.gz", new ByteArrayInputStream(packed));
    assertThat(allocated() - before).isLessThan(100L * MIB);
    assertThat(summary.requests()).isZero();
    assertThat(summary.problems()).isNotEmpty();
  }

  /** Bytes that this thread has taken so far; other tests run at the same time. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static byte[] packed(String start, int megabytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = "x".repeat(MIB).getBytes(StandardCharsets.UTF_8);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < megabytes; i++) {
        out.write(part);
      }
    }
    return bytes.toByteArray();
  }
}

package dev.iacguard.core.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iacguard.core.logs.LogSummary.Field;
import dev.iacguard.core.logs.LogSummary.Group;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogRunTest {
  private static final String LINE =
      "{\"ip\":\"203.0.113.7\",\"user\":\"-\",\"requestTime\":\"28/Nov/2026:13:05:36 +0000\","
          + "\"httpMethod\":\"GET\",\"resourcePath\":\"/orders/{id}\",\"status\":\"200\","
          + "\"responseLatency\":\"40\"}";

  private static LogSummary read(String text) {
    return read(LogLayout.RECOGNISED, text.getBytes(StandardCharsets.UTF_8));
  }

  private static LogSummary read(LogLayout layout, byte[] bytes) {
    LogRun run = new LogRun(layout);
    run.read("sample", new ByteArrayInputStream(bytes));
    return run.summary();
  }

  @Test
  void bytesOfTheFieldsAndTheRestAreThoseOfTheLine() {
    LogSummary summary = read(LINE + "\n" + LINE + "\r\n");

    long braces = 1;
    assertThat(summary.requests()).isEqualTo(2);
    assertThat(summary.bytes()).isEqualTo(2L * (LINE.length() + 26));
    assertThat(summary.fields().stream().mapToLong(Field::bytes).sum())
        .isEqualTo(2 * (LINE.length() - braces));
    assertThat(summary.fields())
        .filteredOn(Field::isAlwaysEmpty)
        .extracting(Field::name)
        .containsExactly("user");
  }

  /** The same requests in each of the forms in which CloudWatch Logs and Firehose give them out. */
  @ParameterizedTest
  @ValueSource(strings = {"lines", "gzip", "events", "strings", "s3", "tail", "firehose", "glued"})
  void everyFormOfAnExportGivesTheSame(String form) throws IOException {
    String escaped = LINE.replace("\"", "\\\"");
    String event = "{\"timestamp\":1,\"message\":\"" + escaped + "\\n\",\"eventId\":\"1\"}";
    String text =
        switch (form) {
          case "events" -> "{\n \"events\": [" + event + ",\n" + event + "]}";
          case "strings" -> "[\"" + escaped + "\",\"" + escaped + "\"]";
          case "s3" -> ("2026-11-29T13:55:36.123Z " + LINE + "\n").repeat(2);
          case "tail" -> ("2026-11-29T13:55:36.123000+00:00 a-stream " + LINE + "\n").repeat(2);
          case "firehose" ->
              ("{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[" + event + "]}").repeat(2);
          case "glued" -> LINE + LINE;
          default -> (LINE + "\n").repeat(2);
        };
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    LogSummary summary = read(LogLayout.RECOGNISED, form.equals("gzip") ? gzip(bytes) : bytes);

    assertThat(summary).isEqualTo(read((LINE + "\n").repeat(2)));
    assertThat(summary.routes()).extracting(Group::name).containsExactly("GET /orders/{id}");
  }

  @Test
  void anIncompleteExportIsSaid() {
    LogSummary summary =
        read(
            "{\"events\":[{\"message\":\""
                + LINE.replace("\"", "\\\"")
                + "\"}],\"nextToken\":\"x\"}");

    assertThat(summary.requests()).isOne();
    assertThat(summary.problems())
        .extracting(LogProblem::message)
        .containsExactly("the export is incomplete: it has a nextToken, so more events follow");
  }

  @Test
  void whatWasReadOfACutFileCounts() throws IOException {
    byte[] whole = gzip(randomLines(5_000).getBytes(StandardCharsets.UTF_8));

    LogSummary summary = read(LogLayout.RECOGNISED, Arrays.copyOf(whole, whole.length * 9 / 10));

    assertThat(summary.requests()).isBetween(3_500L, 4_999L);
    assertThat(summary.problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"status":200            | 14
          {"status":}              | 11
          {"status" 200}           | 11
          {status:200}             | 2
          {"status":"200           | 11
          {"a":1 "b":2}            | 8
          {"a":tru}                | 6
          plain words              | 1
          """)
  void aLineThatIsWrongIsCountedWithItsPlace(String line, long column) {
    LogSummary summary = read(LINE + "\n" + line.strip() + "\n" + LINE);

    assertThat(summary.requests()).isEqualTo(2);
    assertThat(summary.unparsed()).isOne();
    LogProblem first = Objects.requireNonNull(summary.firstUnparsed());
    assertThat(first.line()).isEqualTo(2);
    assertThat(first.column()).isEqualTo(column);
  }

  @Test
  void binaryIsNotRead() {
    assertThat(read(LogLayout.RECOGNISED, new byte[10_000]).problems())
        .extracting(LogProblem::message)
        .containsExactly("is not text");
  }

  @Test
  void aDashWithoutQuotesIsAnEmptyValueAndSaid() {
    LogSummary summary = read("{\"status\":200,\"latency\":-}\n{\"status\":200,\"latency\":-5}");

    assertThat(summary.bareDashes()).isOne();
    assertThat(summary.fields().get(1).empty()).isOne();
  }

  @Test
  void routesFieldsAndHoursAreBounded() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append("{\"routeKey\":\"GET /r").append(i).append("\",\"f").append(i);
      text.append("\":1,\"time\":").append(1_000_000_000L + 3_600L * i).append("}\n");
    }

    LogSummary summary = read(text.toString());

    assertThat(summary.routes()).hasSize(501);
    assertThat(summary.routes().get(500).name()).isNull();
    assertThat(summary.routes().get(500).requests()).isEqualTo(2_500);
    assertThat(summary.hours()).hasSize(2_209);
    assertThat(summary.hours().get(2_208).start()).isNull();
    assertThat(summary.fields()).hasSize(200);
    assertThat(summary.otherFields()).isPositive();
  }

  /** Paths as they were called may hold names and tokens. */
  @ParameterizedTest
  @CsvSource({
    "/users/alice, GET /users/{...}",
    "/eyJhbGciOiJIUzI1NiJ9, GET /{...}",
    "/orders?token=abc, GET /orders",
    "/a/b/c, GET /a/{...}",
    "/, GET /",
  })
  void onlyTheFirstWordOfAPathIsKept(String path, String route) {
    assertThat(read("{\"method\":\"GET\",\"path\":\"" + path + "\"}").routes())
        .extracting(Group::name)
        .containsExactly(route);
  }

  @Test
  void percentilesAreThoseOfTheSortedValues() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      int value = (int) Math.exp(random.nextGaussian() * 2 + 4);
      values.add(value);
      text.append("{\"latency\":").append(value).append("}\n");
    }
    values.sort(null);

    LogSummary.Latency latency = Objects.requireNonNull(read(text.toString()).all().latency());

    assertThat((double) latency.p50()).isCloseTo(at(values, 0.5), within(at(values, 0.5) * 0.02));
    assertThat((double) latency.p95()).isCloseTo(at(values, 0.95), within(at(values, 0.95) * 0.02));
    assertThat((double) latency.p99()).isCloseTo(at(values, 0.99), within(at(values, 0.99) * 0.02));
  }

  private static double at(List<Integer> sorted, double part) {
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }

  /** However the stream gives its bytes out. */
  @Test
  void readingInPiecesChangesNothing() {
    byte[] bytes = randomLines(2_000).getBytes(StandardCharsets.UTF_8);
    LogSummary whole = read(LogLayout.RECOGNISED, bytes);
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      LogRun run = new LogRun(LogLayout.RECOGNISED);

      run.read(
          "sample",
          new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
              return super.read(target, from, Math.min(length, 1 + random.nextInt(700)));
            }
          });

      assertThat(run.summary()).isEqualTo(whole);
    }
  }

  @Test
  void anHourWithManyErrorsIsASpikeAndChanceIsNot() {
    StringBuilder text = new StringBuilder();
    Random random = new Random(3);
    for (int hour = 0; hour < 24; hour++) {
      for (int i = 0; i < 200; i++) {
        boolean fails = random.nextInt(100) < (hour == 7 ? 40 : 3);
        text.append("{\"time\":\"2026-11-28T").append(hour < 10 ? "0" : "").append(hour);
        text.append(":10:00Z\",\"route\":\"GET /a\",\"status\":").append(fails ? 502 : 200);
        text.append(",\"latency\":50}\n");
      }
    }

    List<LogSummary.Spike> spikes = read(text.toString()).spikes();

    assertThat(spikes)
        .hasSize(2)
        .allMatch(spike -> spike.kind() == LogSummary.SpikeKind.SERVER_ERRORS);
    assertThat(spikes).allMatch(spike -> spike.start() % 86_400 == 7 * 3_600);
  }

  @Test
  void aFormatWithVariablesSplitsLines() {
    LogLayout layout =
        Objects.requireNonNull(
            LogLayout.of(
                "$context.requestId,$context.httpMethod $context.resourcePath,$context.status"));

    LogSummary summary =
        read(layout, "1,GET /a,200\n2,POST /b,404\nwrong\n".getBytes(StandardCharsets.UTF_8));

    assertThat(summary.requests()).isEqualTo(2);
    assertThat(summary.unparsed()).isOne();
    assertThat(summary.all().clientErrors()).isOne();
    assertThat(summary.routes()).extracting(Group::name).containsExactly("GET /a", "POST /b");
  }

  @Test
  void membersOfAFormatInJsonAreKnownByTheirVariables() {
    LogLayout layout =
        Objects.requireNonNull(
            LogLayout.of("{ \"a\": \"$context.status\",\n \"b\": $context.responseLatency }"));

    assertThat(layout.variables())
        .isEqualTo(Map.of("a", "$context.status", "b", "$context.responseLatency"));
    LogSummary summary = read(layout, "{\"a\":\"503\",\"b\":7}".getBytes(StandardCharsets.UTF_8));
    assertThat(summary.all().serverErrors()).isOne();
    assertThat(Objects.requireNonNull(summary.all().latency()).p50()).isEqualTo(7);
  }

  @Test
  void commonLogFormatIsRecognised() {
    LogSummary summary =
        read("203.0.113.9 - - [28/Nov/2026:13:00:00 +0000] \"GET /a HTTP/1.1\" 500 12 id-1\n");

    assertThat(summary.formats()).containsExactly("clf");
    assertThat(summary.all().serverErrors()).isOne();
  }

  private static String randomLines(int count) {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("{\"id\":\"").append(random.nextLong()).append("\",\"route\":\"GET /r");
      text.append(random.nextInt(9)).append("\",\"status\":").append(200 + random.nextInt(400));
      text.append(",\"latency\":").append(random.nextInt(900)).append("}\n");
    }
    return text.toString();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed);
        InputStream in = new ByteArrayInputStream(bytes)) {
      in.transferTo(out);
    }
    return packed.toByteArray();
  }
}

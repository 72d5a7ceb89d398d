package dev.iacguard.core.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as consoles, queries and shells save them. */
class LogExportsTest {
  private static final String LINE =
      "{\"requestId\":\"1\",\"status\":\"503\",\"routeKey\":\"GET /a\",\"message\":\"-\"}";
  private static final String ESCAPED = LINE.replace("\"", "\\\"");
  private static final String DOUBLED = '"' + LINE.replace("\"", "\"\"") + '"';

  private static LogSummary read(byte[] bytes) {
    LogRun run = new LogRun(LogLayout.RECOGNISED);
    run.read("sample", new ByteArrayInputStream(bytes));
    return run.summary();
  }

  private static LogSummary read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("[");
    for (int i = 0; i < cells.length; i += 2) {
      row.append(i == 0 ? "" : ",").append("{\"field\": \"").append(cells[i]);
      row.append("\", \"value\": \"").append(cells[i + 1]).append("\"}");
    }
    return row.append("]").toString();
  }

  static Stream<Arguments> forms() {
    String cells = row("@timestamp", "2026-11-30 10:00:00.000", "@message", ESCAPED, "@ptr", "x");
    return Stream.of(
        Arguments.of("a query", "{\n  \"results\": [" + cells + "], \"status\": \"Complete\"}"),
        Arguments.of(
            "a query with its language",
            "{\"queryLanguage\": \"CWLI\", \"results\": ["
                + cells
                + "],"
                + " \"statistics\": {\"recordsMatched\": 1.0}, \"status\": \"Complete\"}"),
        Arguments.of(
            "a query saved as JSON",
            "[{\"@timestamp\": \"2026-11-30 10:00:00.000\", \"@message\": " + LINE + "}]"),
        Arguments.of(
            "a query saved as JSON with texts",
            "[{\"@timestamp\": \"2026-11-30 10:00:00\", \"@message\": \"" + ESCAPED + "\"}]"),
        Arguments.of(
            "a query saved as CSV",
            "@timestamp,@message,@logStream,status\n2026-11-30 10:00:00.000,"
                + DOUBLED
                + ",s,503\n"),
        Arguments.of(
            "events saved as CSV", "timestamp,message\r\n1796032800000," + DOUBLED + "\r\n"),
        Arguments.of(
            "a line end in CSV",
            "timestamp,message\n1796032800000," + DOUBLED.replaceFirst(".$", "\n\"") + "\n"),
        Arguments.of(
            "events, one a line",
            "{\"timestamp\": 1796032800000, \"message\": \"" + ESCAPED + "\"}\n"),
        Arguments.of(
            "events of filter-log-events, one a line",
            "{\"logStreamName\": \"s\", \"timestamp\": 1796032800000, \"message\": \""
                + ESCAPED
                + "\"}"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void formsWithATimeGiveTheSame(String form, String text) {
    LogSummary lines = read("2026-11-30T10:00:00.000Z " + LINE + "\n");

    assertThat(read(text)).as(form).isEqualTo(lines);
    assertThat(lines.hours()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[%s]", "%s", " [ %s\n]\n"})
  void recordsInAnArrayOrOverSeveralLinesAreRead(String form) {
    String pretty = "{\n" + LINE.substring(1).replace(",", ",\n ");

    assertThat(read(form.formatted(pretty))).isEqualTo(read(LINE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
  void theEncodingsOfPowerShellAreRead(String charset) {
    // Java marks UTF-16 by itself.
    String mark = charset.equals("UTF-16") ? "" : "\ufeff";
    String line = LINE.replace("GET /a", "GET /\ud83d\ude00");

    assertThat(read((mark + (line + "\r\n").repeat(3_000)).getBytes(Charset.forName(charset))))
        .isEqualTo(read((line + "\n").repeat(3_000)));
  }

  @Test
  void theQuestionWhetherFirehoseIsThereIsNoEvent() {
    String control =
        "{\"messageType\":\"CONTROL_MESSAGE\",\"logEvents\":[{\"message\":\"CWL CONTROL MESSAGE\"}]}";
    String data =
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"message\":\"" + ESCAPED + "\"}]}";

    assertThat(read(control + data)).isEqualTo(read(LINE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"events\": [], \"NextToken\": \"x\"}' | it has a NextToken",
        "'{\"results\": [], \"status\": \"Running\"}' | the query was not complete",
        "'{\"results\": [[{\"field\": \"@message\", \"value\": \"{}\"}]],"
            + " \"statistics\": {\"recordsMatched\": 7}}' | it has 1 of 7 events of the query",
        "'{\"results\": [[{\"field\": \"status\", \"value\": \"200\"}]]}' | without @message",
        "'[{\"@timestamp\": \"2026-11-30 10:00:00\", \"status\": 200}]' | without @message",
        "'@timestamp,status\n' | without @message",
        "'events:\n- eventId: 1\n' | is output of the AWS CLI as YAML; save it with --output json",
        "'EVENTS\t37\t179\n' | is output of the AWS CLI as text; save it with --output json",
        "'b/1\tf/2\nEVENTS\t37\t179\n' | is output of the AWS CLI as text",
        "'-----------\n|GetLog   |\n' | is output of the AWS CLI as a table",
      })
  void whatIsNoWholeLogIsSaid(String text, String problem) {
    String written = text.replace("\\n", "\n").replace("\\t", "\t");

    assertThat(read(written).problems())
        .extracting(LogProblem::message)
        .singleElement()
        .asString()
        .contains(problem);
  }

  /** A field may have the name of a member of an event. */
  @Test
  void aFieldMessageIsNoEvent() {
    LogSummary lines = read(LINE + "\n" + LINE);

    assertThat(read("[" + LINE + "," + LINE + "]")).isEqualTo(lines);
    assertThat(lines.fields()).hasSize(4);
  }
}

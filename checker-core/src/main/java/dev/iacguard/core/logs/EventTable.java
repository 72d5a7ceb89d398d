package dev.iacguard.core.logs;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Reads events that the console of CloudWatch Logs or Logs Insights saves as CSV: a line with the
 * names of the columns, then a row for each event. A value in quotes may have commas, lines and
 * doubled quotes.
 */
final class EventTable {
  private static final Set<String> CONSOLE =
      Set.of("timestamp", "message", "ingestionTime", "logStreamName", "eventId");

  private static final String NAME = "[@A-Za-z_][A-Za-z0-9_.@ ()*]*";

  private final InputStream in;
  private int next;

  private EventTable(InputStream in) throws IOException {
    this.in = in;
    next = in.read();
  }

  static boolean isOne(byte[] head) {
    List<String> names = names(head);
    boolean console = names.contains("message") && CONSOLE.containsAll(names);
    boolean insights = names.stream().anyMatch(name -> name.startsWith("@"));
    return (console && names.size() > 1)
        || (insights && names.stream().allMatch(name -> name.matches(NAME)));
  }

  private static List<String> names(byte[] head) {
    String line = new String(head, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    return Arrays.stream(line.split(",")).map(name -> name.replace("\"", "").strip()).toList();
  }

  /**
   * Reads all events.
   *
   * @return what is wrong with the table, in words; empty when nothing is
   */
  static String read(byte[] head, InputStream in, EventExport.Events events) throws IOException {
    List<String> names = names(head);
    int message = Math.max(names.indexOf("message"), names.indexOf("@message"));
    int time = Math.max(names.indexOf("timestamp"), names.indexOf("@timestamp"));
    if (message < 0) {
      return EventReader.NO_MESSAGE;
    }
    LogTime times = new LogTime();
    EventTable table = new EventTable(new BufferedInputStream(in));
    table.row(message, time);
    long number = 0;
    while (table.next >= 0) {
      byte[][] row = table.row(message, time);
      if (row[0].length > 0) {
        String at = new String(row[1], StandardCharsets.UTF_8);
        events.take(++number, row[0], EventReader.time(at, times));
      }
    }
    return "";
  }

  /** The values of two columns. */
  private byte[][] row(int message, int time) throws IOException {
    byte[][] row = {new byte[0], new byte[0]};
    for (int column = 0; ; column++) {
      byte[] value = value();
      if (column == message) {
        row[0] = value;
      } else if (column == time) {
        row[1] = value;
      }
      if (next != ',') {
        break;
      }
      next = in.read();
    }
    while (next == '\r' || next == '\n') {
      next = in.read();
    }
    return row;
  }

  /** Up to the comma or the end of the line behind it. One that is too long is cut. */
  private byte[] value() throws IOException {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    boolean quoted = next == '"';
    if (quoted) {
      next = in.read();
    }
    while (next >= 0 && (quoted || (next != ',' && next != '\n' && next != '\r'))) {
      if (quoted && next == '"') {
        next = in.read();
        if (next != '"') {
          quoted = false;
          continue;
        }
      }
      if (value.size() <= LineSplitter.LONGEST) {
        value.write(next);
      }
      next = in.read();
    }
    return value.toByteArray();
  }
}

package dev.iacguard.core.logs;

/**
 * The time in front of a line of an export: {@code 2026-11-29T13:55:36.123Z {"requestId":…}}. An
 * export to S3 has it, and so has what {@code aws logs tail} prints, with the name of the stream
 * behind it.
 */
final class ExportPrefix {
  private static final int SHORTEST = 20;
  private static final int LONGEST = 40;

  private ExportPrefix() {}

  /** Behind the time; where the line starts when there is none. */
  static int end(byte[] bytes, int from, int to) {
    if (to - from <= SHORTEST
        || bytes[from + 4] != '-'
        || bytes[from + 7] != '-'
        || bytes[from + 10] != 'T'
        || bytes[from + 13] != ':') {
      return from;
    }
    for (int at = from + SHORTEST - 1; at < Math.min(to, from + LONGEST); at++) {
      if (bytes[at] == ' ') {
        return at;
      }
    }
    return from;
  }

  static long seconds(byte[] bytes, int from, int to) {
    return new LogTime().seconds(bytes, from, to);
  }

  /** The start of the message: an object behind the name of a stream, or what follows the time. */
  static int message(byte[] bytes, int from, int to) {
    int next = from + 1;
    for (int at = next; at < to; at++) {
      if (bytes[at] == '{') {
        return at == next || bytes[at - 1] == ' ' ? at : next;
      }
      if (bytes[at] == '"') {
        break;
      }
    }
    return next;
  }
}

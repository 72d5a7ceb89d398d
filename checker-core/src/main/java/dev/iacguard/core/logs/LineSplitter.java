package dev.iacguard.core.logs;

import java.io.IOException;
import java.io.InputStream;

/** Splits a stream into lines that stay in one buffer, so that none is copied. */
final class LineSplitter {
  /** In bytes; what CloudWatch Logs takes for one event. */
  static final int LONGEST = 1 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[2 * LONGEST];
  private int start;
  private int end;
  private int scanned;
  private boolean ended;

  /** The line, without its end. */
  int from;

  int to;

  /** Whether the line is longer than {@link #LONGEST}; then not all of it need be there. */
  boolean tooLong;

  /** The bytes of the line, without its end, however long it is. */
  long size;

  LineSplitter(InputStream in) {
    this.in = in;
  }

  byte[] buffer() {
    return buffer;
  }

  /**
   * Moves on to the next line.
   *
   * @return false when there is none
   */
  boolean next() throws IOException {
    tooLong = false;
    scanned = start;
    while (true) {
      for (int at = scanned; at < end; at++) {
        if (buffer[at] == '\n') {
          line(at, at + 1);
          return true;
        }
      }
      scanned = end;
      if (ended) {
        if (start == end) {
          return false;
        }
        line(end, end);
        return true;
      }
      // The end of the line may have two bytes.
      if (end - start > LONGEST + 2) {
        skipRest();
        return true;
      }
      fill();
    }
  }

  private void line(int stop, int next) {
    from = start;
    to = stop > start && buffer[stop - 1] == '\r' ? stop - 1 : stop;
    size = (long) to - from;
    tooLong = size > LONGEST;
    start = next;
  }

  private void fill() throws IOException {
    if (buffer.length - end < LONGEST / 2) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      scanned -= start;
      start = 0;
    }
    int count = in.read(buffer, end, buffer.length - end);
    ended = count < 0;
    end += Math.max(0, count);
  }

  /** Leaves the beginning of the line where it is and goes on behind it. */
  private void skipRest() throws IOException {
    tooLong = true;
    size = (long) end - start;
    byte last = buffer[end - 1];
    System.arraycopy(buffer, start, buffer, 0, LONGEST);
    from = 0;
    to = LONGEST;
    int limit = LONGEST;
    while (true) {
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        ended = true;
        start = limit;
        end = limit;
        return;
      }
      for (int at = limit; at < limit + count; at++) {
        if (buffer[at] == '\n') {
          last = at == limit ? last : buffer[at - 1];
          size += at - limit - (last == '\r' ? 1 : 0);
          start = at + 1;
          end = limit + count;
          return;
        }
      }
      size += count;
      last = count == 0 ? last : buffer[limit + count - 1];
    }
  }
}

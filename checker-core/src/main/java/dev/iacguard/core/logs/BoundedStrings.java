package dev.iacguard.core.logs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A JSON text in UTF-8 whose strings are cut off at a length, so that one of any length takes no
 * memory. What is cut off is never a part of a character or of an escape.
 */
final class BoundedStrings extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  /** A backslash, {@code u} and four digits. */
  private static final int DIGITS_FOLLOW = 5;

  private final int most;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private boolean inString;
  private boolean cutting;
  private int length;

  /** How many bytes of an escape are to come, and one more; 0 outside of an escape. */
  private int escape;

  /**
   * @param most the bytes of a string, as it is written
   */
  BoundedStrings(InputStream in, int most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    int to = from;
    while (to == from && count > 0) {
      if (at == end) {
        at = 0;
        end = in.read(buffer, 0, BUFFER);
        if (end < 0) {
          end = 0;
          return -1;
        }
      }
      while (at < end && to < from + count) {
        byte next = buffer[at++];
        if (isKept(next)) {
          into[to++] = next;
        }
      }
    }
    return to - from;
  }

  private boolean isKept(byte next) {
    boolean starts = escape == 0 && (next & 0xC0) != 0x80;
    if (starts && next == '"') {
      inString = !inString;
      length = 0;
      cutting = false;
      return true;
    }
    if (!inString) {
      return true;
    }
    cutting |= starts && length >= most;
    length = cutting ? length : length + 1;
    if (escape == 0) {
      escape = next == '\\' ? 1 : 0;
    } else if (escape == 1) {
      escape = next == 'u' ? DIGITS_FOLLOW : 0;
    } else {
      escape = escape == 2 ? 0 : escape - 1;
    }
    return !cutting;
  }
}

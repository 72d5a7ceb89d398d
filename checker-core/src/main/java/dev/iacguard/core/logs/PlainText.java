package dev.iacguard.core.logs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Text as UTF-8, without the mark of its encoding: PowerShell writes that, and UTF-16. */
final class PlainText extends InputStream {
  private static final int CHUNK = 1 << 14;
  private static final int MARK = 3;

  private final Reader in;
  private final char[] chars = new char[CHUNK];
  private byte[] bytes = {};
  private int at;

  private PlainText(Reader in) {
    this.in = in;
  }

  static InputStream of(InputStream in) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, MARK);
    byte[] head = start.readNBytes(MARK);
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return start;
    }
    start.unread(head);
    return starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF)
        ? new PlainText(new InputStreamReader(start, StandardCharsets.UTF_16))
        : start;
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    return at < bytes.length || fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (at == bytes.length && !fill()) {
      return -1;
    }
    int length = Math.min(count, bytes.length - at);
    System.arraycopy(bytes, at, into, from, length);
    at += length;
    return length;
  }

  private boolean fill() throws IOException {
    int length = in.read(chars, 0, CHUNK - 1);
    if (length < 0) {
      return false;
    }
    if (length > 0 && Character.isHighSurrogate(chars[length - 1])) {
      int low = in.read();
      chars[length] = (char) low;
      length += low < 0 ? 0 : 1;
    }
    bytes = new String(chars, 0, length).getBytes(StandardCharsets.UTF_8);
    at = 0;
    return length > 0 || fill();
  }
}

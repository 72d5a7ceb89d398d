package dev.iacguard.lsp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a client, without those that are too large to be held. The start of each message
 * says how large it is.
 */
final class BoundedMessages extends InputStream {
  /** Of one message, in bytes. */
  static final int LARGEST = 16 << 20;

  private static final int MOST_HEADER = 4096;
  private static final int START = 1 << 16;
  private static final Pattern LENGTH = Pattern.compile("content-length:\\s*([0-9]{1,18})\\s*");
  private static final Pattern URI = Pattern.compile("\"uri\"\\s*:\\s*\"([^\"\\\\]{1,4096})\"");

  private final InputStream in;
  private final Consumer<String> dropped;
  private InputStream header = new ByteArrayInputStream(new byte[0]);
  private long left;

  /**
   * @param dropped takes the URI of the document that a message is about which is left out; empty
   *     when it names none
   */
  BoundedMessages(InputStream in, Consumer<String> dropped) {
    this.in = in;
    this.dropped = dropped;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (header.available() == 0 && left == 0 && !next()) {
      return -1;
    }
    if (header.available() > 0) {
      return header.read(bytes, from, most);
    }
    int count = in.read(bytes, from, (int) Math.min(most, left));
    left = count < 0 ? 0 : left - count;
    return count;
  }

  /** Goes to the next message that is not too large; false at the end. */
  private boolean next() throws IOException {
    while (true) {
      byte @Nullable [] lines = lines();
      if (lines == null) {
        return false;
      }
      long length = length(new String(lines, StandardCharsets.US_ASCII));
      if (length <= LARGEST) {
        header = new ByteArrayInputStream(lines);
        left = length;
        return true;
      }
      byte[] start = in.readNBytes(START);
      in.skipNBytes(length - start.length);
      Matcher uri = URI.matcher(new String(start, StandardCharsets.UTF_8));
      dropped.accept(uri.find() ? uri.group(1) : "");
    }
  }

  /** The lines in front of a message with the empty one behind them; null at the end. */
  private byte @Nullable [] lines() throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    int breaks = 0;
    while (breaks < 2) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      if (next == '\n') {
        breaks++;
      } else if (next != '\r') {
        breaks = 0;
      }
      lines.write(next);
      if (lines.size() > MOST_HEADER) {
        throw new IOException("the header of a message has more than " + MOST_HEADER + " bytes");
      }
    }
    return lines.toByteArray();
  }

  private static long length(String lines) throws IOException {
    for (String line : lines.split("\r?\n")) {
      Matcher length = LENGTH.matcher(line.toLowerCase(Locale.ROOT));
      if (length.matches()) {
        return Long.parseLong(length.group(1));
      }
    }
    return 0;
  }
}

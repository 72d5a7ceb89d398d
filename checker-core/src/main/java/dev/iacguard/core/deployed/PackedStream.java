package dev.iacguard.core.deployed;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file, unpacked where it is compressed with gzip. Ends where the packing breaks.
 */
final class PackedStream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;
  private static final int MAGIC_FIRST = 0x1F;
  private static final int MAGIC_SECOND = 0x8B;

  /** More than any export; a small file can be packed so that it would never end. */
  private static final long MOST_BYTES = 16L << 30;

  private String problem = "";
  private long read;

  private PackedStream(InputStream in) {
    super(in);
  }

  static PackedStream open(InputStream in) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, 2);
    byte[] head = start.readNBytes(2);
    start.unread(head);
    if (!isPacked(head)) {
      return new PackedStream(start);
    }
    try {
      return new PackedStream(new GZIPInputStream(start, BUFFER));
    } catch (EOFException | ZipException e) {
      PackedStream broken = new PackedStream(InputStream.nullInputStream());
      broken.problem = "the compressed data ends in the middle";
      return broken;
    }
  }

  static boolean isPacked(byte[] head) {
    return head.length > 1 && (head[0] & 0xFF) == MAGIC_FIRST && (head[1] & 0xFF) == MAGIC_SECOND;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (!problem.isEmpty()) {
      return -1;
    }
    try {
      int now = in.read(bytes, from, length);
      read += Math.max(0, now);
      if (read > MOST_BYTES) {
        problem = "has more than " + (MOST_BYTES >> 30) + " GiB";
        return -1;
      }
      return now;
    } catch (EOFException e) {
      problem = "the compressed data ends in the middle";
    } catch (ZipException e) {
      problem = "the compressed data is damaged";
    }
    return -1;
  }

  /** Why it ended too early; empty when it did not. */
  String problem() {
    return problem;
  }
}

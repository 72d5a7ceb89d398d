package dev.iacguard.core.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Passes UTF-8 through and records how many more bytes than UTF-16 code units it has, because
 * columns count code units. A byte order mark counts as none.
 *
 * <p>Pieces without anything but ASCII cost one look at each eight bytes. Of others a few numbers
 * are kept each, and the bytes of the last ones, so that a place can be asked for that was read a
 * moment ago.
 */
final class CountingStream extends FilterInputStream {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** More than a parser holds back. */
  private static final int KEPT = 8;

  private final byte[][] last = new byte[KEPT][];
  private final List<Piece> pieces = new ArrayList<>(0);
  private long position;
  private long surplus;
  private boolean marked;

  /**
   * A piece that is not ASCII.
   *
   * @param before the surplus of all that comes before it
   * @param line the surplus of all that comes before the last line that starts in it, or before its
   *     end when none does
   */
  private record Piece(long start, long end, long before, long line, long after) {}

  CountingStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = in.read(bytes, from, length);
    if (read > 0) {
      if (!isAscii(bytes, from, from + read)) {
        keep(Arrays.copyOfRange(bytes, from, from + read));
      }
      position += read;
    }
    return read;
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      if (((long) LONGS.get(bytes, at) & HIGH_BITS) != 0) {
        return false;
      }
    }
    for (; at < to; at++) {
      if (bytes[at] < 0) {
        return false;
      }
    }
    return true;
  }

  private void keep(byte[] bytes) {
    marked |= position == 0 && bytes.length > 2 && Arrays.equals(MARK, 0, 3, bytes, 0, 3);
    int newline = bytes.length - 1;
    while (newline >= 0 && bytes[newline] != '\n') {
      newline--;
    }
    long after = surplus + surplus(bytes, bytes.length);
    long line = newline < 0 ? after : surplus + surplus(bytes, newline + 1);
    last[pieces.size() % KEPT] = bytes;
    pieces.add(new Piece(position, position + bytes.length, surplus, line, after));
    surplus = after;
  }

  /**
   * By how much the bytes of a line outnumber its code units.
   *
   * @param line where the line starts, in bytes from the start of the text
   * @param to a place in it that has been read, but not long ago
   */
  long surplus(long line, long to) {
    // Two of the mark's bytes count as surplus like those of any character.
    int mark = marked && line == 0 && to > 2 ? 1 : 0;
    return pieces.isEmpty() ? 0 : upTo(to) - upTo(line) + mark;
  }

  /** Of a place that is long ago it has to be a line that starts there. */
  private long upTo(long place) {
    int at = indexOf(place);
    if (at < 0) {
      return 0;
    }
    Piece piece = pieces.get(at);
    if (place >= piece.end()) {
      return piece.after();
    }
    return at < pieces.size() - KEPT
        ? piece.line()
        : piece.before() + surplus(last[at % KEPT], (int) (place - piece.start()));
  }

  /** The last piece that starts at or before a place; -1 without one. */
  private int indexOf(long place) {
    int low = 0;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).start() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private static int surplus(byte[] bytes, int to) {
    int surplus = 0;
    for (int at = 0; at < to; at++) {
      int high = bytes[at] & 0xFF;
      if (high >= 0xF0) {
        surplus--;
      } else if (high >= 0x80 && high < 0xC0) {
        surplus++;
      }
    }
    return surplus;
  }
}

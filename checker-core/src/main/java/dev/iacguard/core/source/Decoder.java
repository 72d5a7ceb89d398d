package dev.iacguard.core.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes bytes as text, strictly. */
public final class Decoder {
  private Decoder() {}

  /**
   * UTF-8 with or without byte order mark, or UTF-16 with one.
   *
   * @param path as shown
   */
  public static Content decode(String path, byte[] bytes) {
    return decode(path, bytes, true);
  }

  /**
   * UTF-8, with the byte order mark that other bytes begin with.
   *
   * @param like UTF-8 too
   */
  public static byte[] encode(String text, byte[] like) {
    String mark = startsWith(like, 0xEF, 0xBB, 0xBF) ? "\uFEFF" : "";
    return (mark + text).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The same as {@link #decode(String, byte[])}.
   *
   * @param quotable whether reports may show lines of it
   */
  public static Content decode(String path, byte[] bytes, boolean quotable) {
    Content content;
    if (startsWith(bytes, 0xFE, 0xFF)) {
      content = decode(path, bytes, 2, StandardCharsets.UTF_16BE);
    } else if (startsWith(bytes, 0xFF, 0xFE)) {
      content = decode(path, bytes, 2, StandardCharsets.UTF_16LE);
    } else {
      int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
      content = decode(path, bytes, from, StandardCharsets.UTF_8);
    }
    return content instanceof Content.Decoded decoded && !quotable
        ? new Content.Decoded(decoded.file().unquotable(), decoded.encoding())
        : content;
  }

  private static Content decode(String path, byte[] bytes, int from, Charset charset) {
    // The lenient constructor is the fast one; it marks what is wrong with U+FFFD.
    String text = new String(bytes, from, bytes.length - from, charset);
    @Nullable String valid = text.indexOf('\uFFFD') < 0 ? null : validStart(bytes, from, charset);
    if (valid != null) {
      Position at = new SourceFile(path, valid).positionAt(valid.length());
      String where = " (line " + at.line() + ", column " + at.column() + ")";
      SourceFile file = SourceFile.piece(path, "", at.line(), at.column());
      return new Content.Failed(file, "is not " + charset.name() + " text" + where, false);
    }
    Content.Encoding encoding =
        charset.equals(StandardCharsets.UTF_8) ? Content.Encoding.UTF_8 : Content.Encoding.UTF_16;
    return new Content.Decoded(new SourceFile(path, text), encoding);
  }

  /** The text in front of the first bytes that are none; null when all of it is text. */
  private static @Nullable String validStart(byte[] bytes, int from, Charset charset) {
    CharBuffer text = CharBuffer.allocate(bytes.length - from);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes, from, bytes.length - from), text, true);
    return result.isError() ? text.flip().toString() : null;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}

package dev.iacguard.core.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns bytes into text, strictly. */
public final class Decoder {
  private Decoder() {}

  /**
   * UTF-8 with or without byte order mark, or UTF-16 with one.
   *
   * @param path as shown
   */
  public static Content decode(String path, byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(path, bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(path, bytes, 2, StandardCharsets.UTF_16LE);
    }
    return decode(path, bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
  }

  private static Content decode(String path, byte[] bytes, int from, Charset charset) {
    // The lenient constructor is the fast one; it marks what is wrong with U+FFFD.
    String text = new String(bytes, from, bytes.length - from, charset);
    if (text.indexOf('\uFFFD') >= 0 && !isValid(bytes, from, charset)) {
      SourceFile file = new SourceFile(path, "");
      int line = new SourceFile(path, text).positionAt(text.indexOf('\uFFFD')).line();
      return new Content.Failed(
          file, "is not " + charset.name() + " text (line " + line + ")", false);
    }
    Content.Encoding encoding =
        charset.equals(StandardCharsets.UTF_8) ? Content.Encoding.UTF_8 : Content.Encoding.UTF_16;
    return new Content.Decoded(new SourceFile(path, text), encoding);
  }

  private static boolean isValid(byte[] bytes, int from, Charset charset) {
    try {
      charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
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

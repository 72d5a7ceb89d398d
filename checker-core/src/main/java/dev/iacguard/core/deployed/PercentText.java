package dev.iacguard.core.deployed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Decodes texts that IAM writes with percent signs (RFC 3986). */
final class PercentText {
  private static final int HEX = 16;

  private PercentText() {}

  /** The text itself where it is not encoded as a whole. */
  static String decoded(String text) {
    if (!text.startsWith("%")) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] != '%') {
        bytes.write(encoded[i]);
        continue;
      }
      int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], HEX) : -1;
      int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], HEX) : -1;
      if (high < 0 || low < 0) {
        return text;
      }
      bytes.write(high * HEX + low);
      i += 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

package dev.iacguard.lsp;

import java.nio.charset.StandardCharsets;

/** Says how a text is read once it is saved. */
final class SavedText {
  private static final char MARK = '\uFEFF';

  private SavedText() {}

  /** Without the byte order mark, and with a question mark for each half of a character. */
  static String of(String text) {
    String read = hasMark(text) ? text.substring(1) : text;
    for (int i = 0; i < read.length(); i++) {
      if (Character.isSurrogate(read.charAt(i))) {
        return new String(read.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return read;
  }

  static boolean hasMark(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK;
  }
}

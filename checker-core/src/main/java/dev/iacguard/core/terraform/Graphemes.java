package dev.iacguard.core.terraform;

import java.text.BreakIterator;
import java.util.Locale;

/** Characters as people count them, which is how Terraform does. */
final class Graphemes {
  private Graphemes() {}

  static int count(String text) {
    if (isAscii(text)) {
      return text.length();
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int count = 0;
    while (characters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}

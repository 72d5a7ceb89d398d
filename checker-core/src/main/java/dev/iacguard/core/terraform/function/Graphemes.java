package dev.iacguard.core.terraform.function;

import java.text.BreakIterator;
import java.util.Locale;

/** Splits strings into user-perceived characters, which is how Terraform counts. */
final class Graphemes {
  private Graphemes() {}

  static int count(String text) {
    if (isSimple(text)) {
      return text.length();
    }
    BreakIterator characters = characters(text);
    int count = 0;
    while (characters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  /**
   * The characters from {@code start} up to {@code end}.
   *
   * @param end at most {@link #count}
   */
  static String between(String text, int start, int end) {
    if (start >= end) {
      return "";
    }
    if (isSimple(text)) {
      return text.substring(start, end);
    }
    BreakIterator characters = characters(text);
    int from = start == 0 ? 0 : characters.next(start);
    return text.substring(from, characters.next(end - start));
  }

  /** The characters in reverse order, each in itself unchanged. */
  static String reversed(String text) {
    if (isSimple(text)) {
      return new StringBuilder(text).reverse().toString();
    }
    BreakIterator characters = characters(text);
    StringBuilder reversed = new StringBuilder(text.length());
    int end = characters.last();
    for (int from = characters.previous(); from != BreakIterator.DONE; ) {
      reversed.append(text, from, end);
      end = from;
      from = characters.previous();
    }
    return reversed.toString();
  }

  private static BreakIterator characters(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    return characters;
  }

  /** True when every code unit is a character of its own. */
  private static boolean isSimple(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || c == '\r') {
        return false;
      }
    }
    return true;
  }
}

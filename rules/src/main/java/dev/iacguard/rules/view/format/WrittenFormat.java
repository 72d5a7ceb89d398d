package dev.iacguard.rules.view.format;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.source.Span;
import java.util.Arrays;

/**
 * Finds pieces of a format where they are written: inside a quoted string, a heredoc or a block
 * scalar. A format that was made from other values is only known as a whole.
 */
public final class WrittenFormat {
  private final Span whole;
  private final boolean writtenHere;

  public WrittenFormat(Origin format) {
    this.whole = format.at();
    this.writtenHere = format.trail() == null && !format.sensitive();
  }

  /** A variable where it is first written; the whole format when it is not found there. */
  public Span variable(String variable) {
    String text = whole.text();
    int at = writtenHere ? text.indexOf(variable) : -1;
    while (at >= 0 && Variables.endOfName(text, at) != at + variable.length()) {
      at = text.indexOf(variable, at + 1);
    }
    return at < 0 ? whole : piece(at, at + variable.length());
  }

  /**
   * The character at an offset of the format, which is known as a whole; the whole format when it
   * is not written character by character.
   */
  public Span character(String format, int offset) {
    if (!writtenHere || offset < 0 || offset >= format.length()) {
      return whole;
    }
    Plain written = Plain.of(whole.text());
    Plain known = Plain.of(format);
    int start = written.text.indexOf(known.text);
    int at = known.indexOf(offset);
    if (start < 0 || at < 0) {
      return whole;
    }
    int found = written.offsets[start + at];
    return piece(found, found + 1);
  }

  private Span piece(int start, int end) {
    return whole.file().span(whole.start() + start, whole.start() + end);
  }

  /** A text without blanks and escapes, by which the syntaxes differ. */
  private static final class Plain {
    private final String text;
    private final int[] offsets;

    /**
     * @param offsets where each character was
     */
    private Plain(String text, int[] offsets) {
      this.text = text;
      this.offsets = offsets;
    }

    static Plain of(String text) {
      StringBuilder plain = new StringBuilder();
      int[] offsets = new int[text.length()];
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean escape = c == '\\' && i + 1 < text.length();
        if (escape && "ntr".indexOf(text.charAt(i + 1)) >= 0) {
          i++;
        } else if (!escape && !Character.isWhitespace(c)) {
          offsets[plain.length()] = i;
          plain.append(c);
        }
      }
      return new Plain(plain.toString(), Arrays.copyOf(offsets, plain.length()));
    }

    /** Where the character from an offset is here, or the next one; -1 when there is none. */
    int indexOf(int offset) {
      int found = Arrays.binarySearch(offsets, offset);
      int at = found < 0 ? -found - 1 : found;
      return at < offsets.length ? at : -1;
    }
  }
}

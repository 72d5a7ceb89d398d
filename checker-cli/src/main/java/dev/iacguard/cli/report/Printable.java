package dev.iacguard.cli.report;

/**
 * Text that a terminal shows as it is: whatever could move the cursor, change colours, reverse the
 * direction of writing or hide itself is replaced by a visible sign.
 */
public final class Printable {
  private static final char REPLACEMENT = '\uFFFD';

  /** The signs that Unicode has for the control characters below the space. */
  private static final char CONTROL_PICTURES = '\u2400';

  private static final char DELETE = '\u007F';
  private static final char DELETE_PICTURE = '\u2421';

  private Printable() {}

  /** Makes one line of it. */
  public static String line(String text) {
    return isPlain(text) ? text : replaced(text, false);
  }

  /** Leaves line ends alone. */
  public static String lines(String text) {
    return isPlain(text) ? text : replaced(text, true);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) >= DELETE) {
        return false;
      }
    }
    return true;
  }

  private static String replaced(String text, boolean keepLineEnds) {
    StringBuilder shown = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      shown.appendCodePoint(codePoint == '\n' && keepLineEnds ? codePoint : shown(codePoint));
    }
    return shown.toString();
  }

  /**
   * The character itself or the sign that stands for it; as many columns wide as {@link #width}.
   */
  static int shown(int codePoint) {
    if (codePoint < ' ') {
      return CONTROL_PICTURES + codePoint;
    }
    if (codePoint == DELETE) {
      return DELETE_PICTURE;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      default -> codePoint;
    };
  }

  /** How many columns a terminal takes for a character as it is shown. */
  static int width(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      width += width(codePoint);
    }
    return width;
  }

  /** Unicode's East Asian Width W and F, by blocks. */
  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x115F)
        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF && codePoint != 0x303F)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
  }
}

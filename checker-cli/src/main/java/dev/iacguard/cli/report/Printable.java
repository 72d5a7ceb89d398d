package dev.iacguard.cli.report;

/**
 * Makes untrusted text harmless to terminals and to the programs that read the log of a build step.
 * A character that could move the cursor, change colours, reverse the direction of writing or hide
 * itself is replaced by a visible sign; so is one character of each mark that a build service takes
 * for a command ({@link CommandMarks}). No character is added or removed.
 */
public final class Printable {
  private static final int MOST_READ = 1_000;

  private static final char REPLACEMENT = '\uFFFD';

  /** The signs that Unicode has for the control characters below the space. */
  private static final char CONTROL_PICTURES = '\u2400';

  private static final char DELETE = '\u007F';
  private static final char DELETE_PICTURE = '\u2421';

  private Printable() {}

  /** The text where it is short enough for a person to read; otherwise its beginning. */
  public static String brief(String text) {
    if (text.length() <= MOST_READ) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MOST_READ - 1)) ? MOST_READ - 1 : MOST_READ;
    return text.substring(0, end) + "…";
  }

  /** Makes one line of it. */
  public static String line(String text) {
    return isPlain(text) ? text : replaced(text, "");
  }

  /** Leaves line ends alone. */
  public static String lines(String text) {
    return isPlain(text) ? text : replaced(text, "\n");
  }

  /** Leaves line ends and tabs alone. */
  public static String paragraphs(String text) {
    return isPlain(text) ? text : replaced(text, "\n\t");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= DELETE || CommandMarks.at(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static String replaced(String text, String kept) {
    StringBuilder shown = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      shown.appendCodePoint(kept.indexOf(codePoint) >= 0 ? codePoint : shown(text, i));
      i += Character.charCount(codePoint);
    }
    return shown.toString();
  }

  /** How the character at an index is shown. */
  static int shown(String text, int at) {
    return CommandMarks.at(text, at) ? REPLACEMENT : shown(text.codePointAt(at));
  }

  /**
   * The character itself or the sign that represents it; as many columns wide as {@link #width}.
   */
  static int shown(int codePoint) {
    if (codePoint < ' ') {
      return CONTROL_PICTURES + codePoint;
    }
    if (codePoint == DELETE) {
      return DELETE_PICTURE;
    }
    return codePoint > DELETE && (isControl(codePoint) || isBlank(codePoint))
        ? REPLACEMENT
        : codePoint;
  }

  private static boolean isControl(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Letters, marks and unassigned characters that have no ink (Default_Ignorable_Code_Point). */
  private static boolean isBlank(int codePoint) {
    return codePoint == 0x034F
        || (codePoint >= 0x115F && codePoint <= 0x1160)
        || (codePoint >= 0x17B4 && codePoint <= 0x17B5)
        || (codePoint >= 0x180B && codePoint <= 0x180F)
        || codePoint == 0x2065
        || codePoint == 0x2800
        || codePoint == 0x3164
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || codePoint == 0xFFA0
        || (codePoint >= 0xFFF0 && codePoint <= 0xFFF8)
        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
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

  public static int width(String text) {
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

package dev.iacguard.core.terraform.function;

/** Writes strings as libyaml does: in double quotes or as literals. */
final class YamlText {
  /** Texts in quotes go on in a new line at the first single space behind this column. */
  private static final int WIDTH = 80;

  private static final String HEX = "0123456789ABCDEF";

  private YamlText() {}

  private static boolean isBreak(int point) {
    return point == '\n' || point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029;
  }

  private static boolean isPrintable(int point) {
    return point == '\n'
        || (point >= ' ' && point <= '~')
        || (point >= 0xA0 && point <= 0xFFFD && point != 0xFEFF && !isSurrogate(point));
  }

  private static boolean isSurrogate(int point) {
    return point >= 0xD800 && point <= 0xDFFF;
  }

  static boolean isOneLine(String text) {
    return text.codePoints().noneMatch(YamlText::isBreak);
  }

  static boolean canBeLiteral(String text) {
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (!isPrintable(point) || (space && isBreak(point))) {
        return false;
      }
      space = point == ' ';
    }
    return !space;
  }

  /** The text as a literal, from its {@code |} to the end of its last line. */
  static String literal(String text, int indent) {
    StringBuilder literal = new StringBuilder(text.length() + 64).append('|');
    char first = text.charAt(0);
    if (first == ' ' || isBreak(first)) {
      literal.append('2');
    }
    int length = text.length();
    if (!isBreak(text.charAt(length - 1))) {
      literal.append('-');
    } else if (length == 1 || isBreak(text.charAt(length - 2))) {
      literal.append('+');
    }
    literal.append('\n');
    boolean fresh = true;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (fresh && !isBreak(c)) {
        literal.repeat(' ', indent);
      }
      literal.append(c);
      fresh = isBreak(c);
    }
    return literal.toString();
  }

  /** The characters with what has to be escaped between double quotes. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(point -> append(point, escaped));
    return escaped.toString();
  }

  /**
   * The text in double quotes.
   *
   * @param indent of further lines; -1 when it has to stay on one
   * @param column where it begins
   */
  static String quoted(String text, int indent, int column) {
    StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
    int at = column + 1;
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      boolean inside = i > 0 && i < text.length() - 1;
      i += Character.charCount(point);
      if (point == ' ' && indent >= 0 && !space && at > WIDTH && inside) {
        quoted.append('\n').repeat(' ', indent);
        at = indent;
        if (text.charAt(i) == ' ') {
          quoted.append('\\');
          at++;
        }
      } else {
        int before = quoted.length();
        append(point, quoted);
        at += quoted.codePointCount(before, quoted.length());
      }
      space = point == ' ';
    }
    return quoted.append('"').toString();
  }

  private static void append(int point, StringBuilder to) {
    if (isPrintable(point) && !isBreak(point) && point != '"' && point != '\\') {
      to.appendCodePoint(point);
      return;
    }
    to.append('\\');
    switch (point) {
      case 0 -> to.append('0');
      case 7 -> to.append('a');
      case '\b' -> to.append('b');
      case '\t' -> to.append('t');
      case '\n' -> to.append('n');
      case 11 -> to.append('v');
      case '\f' -> to.append('f');
      case '\r' -> to.append('r');
      case 27 -> to.append('e');
      case '"' -> to.append('"');
      case '\\' -> to.append('\\');
      case 0x85 -> to.append('N');
      case 0x2028 -> to.append('L');
      case 0x2029 -> to.append('P');
      default -> {
        int digits = point <= 0xFF ? 2 : point <= 0xFFFF ? 4 : 8;
        to.append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
          to.append(HEX.charAt((point >> shift) & 15));
        }
      }
    }
  }
}

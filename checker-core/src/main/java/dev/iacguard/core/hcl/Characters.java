package dev.iacguard.core.hcl;

/** The character classes of HCL. */
final class Characters {
  /** More digits would not fit the exponent of a BigDecimal. */
  private static final int MAX_EXPONENT_DIGITS = 9;

  private static final byte START = 1;
  private static final byte PART = 2;
  private static final byte[] ASCII = new byte[128];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      ASCII[c] = START | PART;
      ASCII[Character.toUpperCase(c)] = START | PART;
    }
    for (char c = '0'; c <= '9'; c++) {
      ASCII[c] = PART;
    }
    ASCII['_'] = START | PART;
    ASCII['-'] = PART;
  }

  private Characters() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** What {@code ~} trims: Unicode's White_Space. */
  static boolean isSpace(char c) {
    return c <= ' '
        ? c == ' ' || (c >= '\t' && c <= '\r')
        : c >= 0x85 && (c == 0x85 || Character.isSpaceChar(c));
  }

  /** Offset behind the identifier that starts at {@code from}; {@code from} when none does. */
  static int identifierEnd(String text, int from) {
    if (from >= text.length() || !isIdentifierStart(text, from)) {
      return from;
    }
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < 128) {
        if ((ASCII[c] & PART) == 0) {
          return at;
        }
        at++;
      } else {
        int point = text.codePointAt(at);
        if (!Character.isUnicodeIdentifierPart(point) || Character.isIdentifierIgnorable(point)) {
          return at;
        }
        at += Character.charCount(point);
      }
    }
    return at;
  }

  private static boolean isIdentifierStart(String text, int at) {
    char c = text.charAt(at);
    return c < 128
        ? (ASCII[c] & START) != 0
        : Character.isUnicodeIdentifierStart(text.codePointAt(at));
  }

  /**
   * Offset behind the number that starts at {@code from}, which is a digit. A number may hold
   * several dots and exponents here: such a token is one wrong number, not several right ones.
   */
  static int numberEnd(String text, int from) {
    int found = from + 1;
    int at = found;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isDigit(c)) {
        found = ++at;
      } else if (c == '.') {
        at++;
      } else if (c == 'e' || c == 'E') {
        int digit = at + 1;
        if (digit < text.length() && (text.charAt(digit) == '+' || text.charAt(digit) == '-')) {
          digit++;
        }
        if (digit >= text.length() || !isDigit(text.charAt(digit))) {
          return found;
        }
        found = at = digit + 1;
      } else {
        return found;
      }
    }
    return found;
  }

  /** At most one dot, then at most one exponent, of a size that can be reckoned with. */
  static boolean isNumber(String text, int start, int stop) {
    int dots = 0;
    int exponent = 0;
    for (int at = start; at < stop; at++) {
      char c = text.charAt(at);
      if (c == '.' && (exponent > 0 || ++dots > 1)) {
        return false;
      }
      if (c == 'e' || c == 'E') {
        if (exponent > 0) {
          return false;
        }
        exponent = at;
      }
    }
    return exponent == 0 || stop - exponent - 1 <= MAX_EXPONENT_DIGITS;
  }
}

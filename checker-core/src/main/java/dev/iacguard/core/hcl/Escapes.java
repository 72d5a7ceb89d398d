package dev.iacguard.core.hcl;

/** Decodes escape sequences. */
final class Escapes {
  private Escapes() {}

  /**
   * The text between the offsets with <code>$${</code> and <code>%%{</code> shortened and, when
   * quoted, backslash escapes resolved. Wrong escapes are reported and left as they are.
   */
  static String resolve(Cursor in, int from, int to, boolean quoted) {
    String text = in.text;
    StringBuilder resolved = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (c == '\\' && quoted && at + 1 < to) {
        at = backslash(in, at, resolved);
      } else if (isTemplateEscape(text, at)) {
        resolved.append(c).append('{');
        at += 3;
      } else {
        resolved.append(c);
        at++;
      }
    }
    return resolved.toString();
  }

  static boolean isTemplateEscape(String text, int at) {
    char c = text.charAt(at);
    return (c == '$' || c == '%') && text.startsWith(c == '$' ? "${" : "%{", at + 1);
  }

  private static int backslash(Cursor in, int at, StringBuilder resolved) {
    char selector = in.charAt(at + 1);
    switch (selector) {
      case 'n' -> resolved.append('\n');
      case 'r' -> resolved.append('\r');
      case 't' -> resolved.append('\t');
      case '"' -> resolved.append('"');
      case '\\' -> resolved.append('\\');
      case 'u' -> {
        return unicode(in, at, 4, resolved);
      }
      case 'U' -> {
        return unicode(in, at, 8, resolved);
      }
      default -> {
        in.error(
            at,
            at + 2,
            "expected one of n, r, t, u, U, \\ or a quote after \"\\\", found \""
                + selector
                + "\"");
        resolved.append(selector);
      }
    }
    return at + 2;
  }

  private static int unicode(Cursor in, int at, int digits, StringBuilder resolved) {
    int point = 0;
    int stop = at + 2;
    while (stop < at + 2 + digits) {
      int digit = Character.digit(in.charAt(stop), 16);
      if (digit < 0 || in.charAt(stop) >= 128) {
        in.error(at, stop, "expected " + digits + " hexadecimal digits in this escape");
        return stop;
      }
      point = (point << 4) | digit;
      stop++;
    }
    if (!Character.isValidCodePoint(point) || Character.getType(point) == Character.SURROGATE) {
      in.error(at, stop, "this escape is not a Unicode character");
      return stop;
    }
    resolved.appendCodePoint(point);
    return stop;
  }
}

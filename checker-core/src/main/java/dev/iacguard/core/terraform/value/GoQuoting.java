package dev.iacguard.core.terraform.value;

/** Quotes strings as Go's {@code %q} does. */
final class GoQuoting {
  private static final String HEX = "0123456789abcdef";

  private GoQuoting() {}

  static void append(String text, StringBuilder to) {
    to.append('"');
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      switch (point) {
        case '"' -> to.append("\\\"");
        case '\\' -> to.append("\\\\");
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        case '\b' -> to.append("\\b");
        case '\f' -> to.append("\\f");
        case 7 -> to.append("\\a");
        case 11 -> to.append("\\v");
        default -> appendPoint(point, to);
      }
    }
    to.append('"');
  }

  private static void appendPoint(int point, StringBuilder to) {
    if (isPrintable(point)) {
      to.appendCodePoint(point);
    } else if (point < ' ' || point == 0x7F) {
      appendHex("\\x", point, 2, to);
    } else if (point > 0xFFFF) {
      appendHex("\\U", point, 8, to);
    } else {
      appendHex("\\u", point, 4, to);
    }
  }

  private static boolean isPrintable(int point) {
    return point == ' '
        || switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
  }

  private static void appendHex(String start, int point, int digits, StringBuilder to) {
    to.append(start);
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      to.append(HEX.charAt((point >> shift) & 15));
    }
  }
}

package dev.iacguard.core.logs;

/**
 * Reads a line that is one JSON object, as API Gateway writes it: members that are objects or
 * arrays are one field each. It takes no copy of a value. A dash without quotes, which stands for a
 * missing number in formats that write numbers without quotes, is taken for an empty value.
 */
final class JsonLine implements LineFormat {
  private final FieldTable fields;

  JsonLine(FieldTable fields) {
    this.fields = fields;
  }

  @Override
  public String kind() {
    return "json";
  }

  @Override
  public boolean read(byte[] bytes, int from, int to, ParsedLine line) {
    line.clear();
    int at = blank(bytes, from, to);
    if (at == to || bytes[at] != '{') {
      return line.fail(at, "an object is expected");
    }
    at = blank(bytes, at + 1, to);
    if (at < to && bytes[at] == '}') {
      line.end = at + 1;
      return true;
    }
    while (true) {
      int start = at;
      if (at == to || bytes[at] != '"') {
        return line.fail(
            at, at == to ? "the object does not end in this line" : "a name in quotes is expected");
      }
      int nameEnd = string(bytes, at + 1, to);
      if (nameEnd < 0) {
        return line.fail(start, "a name has no end");
      }
      int number = fields.number(line.count, bytes, at + 1, nameEnd);
      at = blank(bytes, nameEnd + 1, to);
      if (at == to || bytes[at] != ':') {
        return line.fail(at, "a colon is expected");
      }
      at = blank(bytes, at + 1, to);
      int end = value(bytes, at, to, line);
      if (end < 0) {
        return false;
      }
      boolean quoted = bytes[at] == '"';
      int next = blank(bytes, end, to);
      line.add(
          number, quoted ? at + 1 : at, quoted ? end - 1 : end, Math.min(next + 1, to) - start);
      if (next < to && bytes[next] == '}') {
        line.end = next + 1;
        return true;
      }
      if (next == to || bytes[next] != ',') {
        return line.fail(next, "a comma or the end of the object is expected");
      }
      at = blank(bytes, next + 1, to);
    }
  }

  /** Behind the value; -1 when there is none. */
  private static int value(byte[] bytes, int at, int to, ParsedLine line) {
    if (at == to) {
      line.fail(at, "a value is expected");
      return -1;
    }
    int end =
        switch (bytes[at]) {
          case '"' -> string(bytes, at + 1, to) + 1;
          case '{', '[' -> nested(bytes, at, to);
          default -> word(bytes, at, to, line);
        };
    if (end <= at) {
      line.fail(at, "this is not a value");
      return -1;
    }
    return end;
  }

  /** The closing quote; -1 without one. */
  private static int string(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (b == '"') {
        return at;
      }
      if (b == '\\') {
        at++;
      }
    }
    return -1;
  }

  /** Behind the closing bracket; -1 without one. */
  private static int nested(byte[] bytes, int from, int to) {
    int depth = 0;
    for (int at = from; at < to; at++) {
      switch (bytes[at]) {
        case '"' -> {
          at = string(bytes, at + 1, to);
          if (at < 0) {
            return -1;
          }
        }
        case '{', '[' -> depth++;
        case '}', ']' -> {
          if (--depth == 0) {
            return at + 1;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  /** A number, true, false, null, or the dash. */
  private static int word(byte[] bytes, int from, int to, ParsedLine line) {
    int at = from;
    while (at < to && isWordPart(bytes[at])) {
      at++;
    }
    boolean dash = at == from + 1 && bytes[from] == '-';
    line.bareDash |= dash;
    byte first = at == from ? 0 : bytes[from];
    boolean number = (first >= '0' && first <= '9') || (first == '-' && at > from + 1);
    return dash || number || isLiteral(bytes, from, at) ? at : -1;
  }

  private static boolean isWordPart(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || b == '-'
        || b == '+'
        || b == '.';
  }

  private static boolean isLiteral(byte[] bytes, int from, int to) {
    return switch (to - from) {
      case 4 ->
          (bytes[from] == 't' && bytes[from + 3] == 'e')
              || (bytes[from] == 'n' && bytes[from + 3] == 'l');
      case 5 -> bytes[from] == 'f' && bytes[from + 4] == 'e';
      default -> false;
    };
  }

  private static int blank(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }
}

package dev.iacguard.core.logs;

/**
 * Makes the name of a route that is safe to print. A route of the API ({@code GET /orders/{id}}) is
 * taken as it is. Of a path as it was called, only the first part is kept, and only where it is a
 * plain word: the others may be names, keys or tokens.
 */
final class RouteName {
  private static final int LONGEST = 200;
  private static final int LONGEST_WORD = 24;
  private static final byte[] HIDDEN = {'{', '.', '.', '.', '}'};

  private final byte[] name = new byte[LONGEST + HIDDEN.length + 2];
  private int length;

  byte[] bytes() {
    return name;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** The method, and a space behind it. */
  void method(byte[] line, int from, int to) {
    if (isWord(line, from, to) && to - from <= LONGEST_WORD) {
      append(line, from, to);
      append((byte) ' ');
    }
  }

  /** A route that names its method itself replaces what is there. */
  void route(byte[] line, int from, int to) {
    if (from == to || line[from] != '/') {
      length = 0;
    }
    int end = from;
    while (end < to && isRoutePart(line[end])) {
      end++;
    }
    append(line, from, end);
    if (end < to) {
      append(HIDDEN, 0, HIDDEN.length);
    }
  }

  void path(byte[] line, int from, int to) {
    int start = from < to && line[from] == '/' ? from + 1 : from;
    int end = start;
    while (end < to && line[end] != '/' && line[end] != '?') {
      end++;
    }
    append((byte) '/');
    if (end > start && isWord(line, start, end) && end - start <= LONGEST_WORD) {
      append(line, start, end);
    } else if (end > start) {
      append(HIDDEN, 0, HIDDEN.length);
    }
    if (end < to && line[end] == '/') {
      append((byte) '/');
      append(HIDDEN, 0, HIDDEN.length);
    }
  }

  private void append(byte b) {
    if (length < name.length) {
      name[length++] = b;
    }
  }

  private void append(byte[] bytes, int from, int to) {
    int count = Math.min(to - from, name.length - length);
    System.arraycopy(bytes, from, name, length, count);
    length += count;
  }

  private static boolean isWord(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (!((b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '-' || b == '_')) {
        return false;
      }
    }
    return from < to;
  }

  /** What the paths and keys of routes are made of. */
  private static boolean isRoutePart(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || "/{}+$._-~ :*".indexOf(b) >= 0;
  }
}

package dev.iacguard.core.cloudformation.template;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of a key in the text of a template, YAML or JSON, without parsing it. That is
 * possible where all of them are plain names; a value that is not one has to be evaluated.
 */
public final class WrittenValues {
  /** Shorter words may be booleans or null. */
  private static final int LONGEST_WORD = 5;

  private final String text;
  private final String key;

  /** How far braces were looked for. */
  private int scanned;

  /** Whether the line had one by then. */
  private boolean brace;

  private WrittenValues(String text, String key) {
    this.text = text;
    this.key = key;
  }

  /**
   * All values that the key may have in any mapping of the template, and perhaps some more; null
   * when that shows only in the parsed template.
   *
   * @param key letters only
   */
  public static @Nullable Set<String> of(String text, String key) {
    return mayHideKeys(text) ? null : new WrittenValues(text, key).all();
  }

  /** True with anchors, which bring keys and values elsewhere, and with escaped letters. */
  private static boolean mayHideKeys(String text) {
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      boolean starts =
          at == 0 || text.charAt(at - 1) <= ' ' || "[{,".indexOf(text.charAt(at - 1)) >= 0;
      boolean named = at + 1 < text.length() && text.charAt(at + 1) > ' ';
      if (starts && named) {
        return true;
      }
    }
    for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
      if (at + 1 >= text.length() || "uUx\r\n".indexOf(text.charAt(at + 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Set<String> all() {
    Set<String> values = new HashSet<>();
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      int after = at + key.length();
      if (is(after, '"') || is(after, '\'')) {
        after++;
      }
      int colon = skipBlank(after);
      if (is(colon, '\\') || is(colon, '#')) {
        return null;
      }
      if (is(colon, ':')) {
        String value = value(at, skipSpaces(colon + 1));
        if (value == null) {
          return null;
        }
        values.add(value);
      }
    }
    return values;
  }

  /** The value there; null when it is not a plain name, or may go on. */
  private @Nullable String value(int keyStart, int start) {
    boolean quoted = is(start, '"') || is(start, '\'');
    int from = quoted ? start + 1 : start;
    int to = from;
    while (to < text.length() && isNamePart(text.charAt(to))) {
      to++;
    }
    if (quoted ? !is(to, text.charAt(start)) : !isName(from, to)) {
      return null;
    }
    int end = skipSpaces(quoted ? to + 1 : to);
    return isEnd(keyStart, end, quoted) ? text.substring(from, to) : null;
  }

  /** True where the value is over; without quotes it may go on behind a comma or a line end. */
  private boolean isEnd(int keyStart, int end, boolean quoted) {
    if (is(end, ',') || is(end, '}')) {
      return quoted || isBehindBrace(keyStart);
    }
    if (is(end, '#')) {
      return text.charAt(end - 1) <= ' ';
    }
    return isLineEnd(end) && (quoted || isOneLine(keyStart, end));
  }

  /**
   * Whether a brace opens earlier in the line. Keys are asked about in their order, so that a long
   * line is read once.
   */
  private boolean isBehindBrace(int keyStart) {
    for (; scanned < keyStart; scanned++) {
      char c = text.charAt(scanned);
      brace = c == '{' || (brace && c != '\n');
    }
    return brace;
  }

  /** False for what may be a number, a boolean or null. */
  private boolean isName(int from, int to) {
    if (from >= to) {
      return false;
    }
    char first = text.charAt(from);
    return first == '/' || (Character.isLetter(first) && to - from > LONGEST_WORD);
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "/-_.".indexOf(c) >= 0;
  }

  /** True when the line that follows is no continuation: it is not deeper, and an entry. */
  private boolean isOneLine(int keyStart, int lineEnd) {
    int next = skipBlank(lineEnd);
    if (next == text.length()) {
      return true;
    }
    int indentation = next - text.lastIndexOf('\n', next) - 1;
    int column = keyStart - text.lastIndexOf('\n', keyStart) - 1;
    int end = text.indexOf('\n', next);
    String line = text.substring(next, end < 0 ? text.length() : end);
    boolean entry =
        line.startsWith("- ") || line.contains(": ") || line.stripTrailing().endsWith(":");
    return indentation <= column && entry;
  }

  private boolean isLineEnd(int at) {
    return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private boolean is(int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private int skipSpaces(int from) {
    int at = from;
    while (is(at, ' ') || is(at, '\t')) {
      at++;
    }
    return at;
  }

  private int skipBlank(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }
}

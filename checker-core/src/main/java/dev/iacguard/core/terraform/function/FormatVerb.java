package dev.iacguard.core.terraform.function;

import org.jspecify.annotations.Nullable;

/**
 * One verb of a format string: {@code %[2]-08.3f}.
 *
 * @param width at least so many characters; -1 when it is not given
 * @param precision -1 when it is not given
 * @param argument 1-based
 * @param letter what follows the flags
 * @param end offset behind the verb
 */
record FormatVerb(
    boolean zero,
    boolean sharp,
    boolean minus,
    boolean plus,
    boolean space,
    int width,
    int precision,
    int argument,
    char letter,
    int end) {

  /**
   * Reads the verb behind a percent sign.
   *
   * @param from offset behind the percent sign
   * @param nextArgument the argument when the verb does not number it
   * @return null when it is none
   */
  static @Nullable FormatVerb read(String format, int from, int nextArgument) {
    Reader reader = new Reader(format, from);
    while (reader.at < format.length() && "0#-+ ".indexOf(format.charAt(reader.at)) >= 0) {
      reader.at++;
    }
    String flags = format.substring(from, reader.at);
    int width = reader.number();
    int precision = -1;
    if (reader.takes('.')) {
      precision = Math.max(0, reader.number());
    }
    int argument = nextArgument;
    if (reader.takes('[')) {
      argument = reader.number();
      if (argument < 1 || !reader.takes(']')) {
        return null;
      }
    }
    if (reader.at >= format.length() || !isLetter(format.charAt(reader.at))) {
      return null;
    }
    return new FormatVerb(
        flags.contains("0"),
        flags.contains("#"),
        flags.contains("-"),
        flags.contains("+"),
        flags.contains(" "),
        width,
        precision,
        argument,
        format.charAt(reader.at),
        reader.at + 1);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** True when nothing is said about the shape of the text. */
  boolean isPlain() {
    return width < 0 && precision < 0;
  }

  /** The longest text that the verb asks for, apart from what it formats. */
  int size() {
    return Math.max(width, precision);
  }

  private static final class Reader {
    private final String format;
    private int at;

    Reader(String format, int at) {
      this.format = format;
      this.at = at;
    }

    boolean takes(char c) {
      boolean there = at < format.length() && format.charAt(at) == c;
      at += there ? 1 : 0;
      return there;
    }

    /** The digits that follow, or -1; what is out of all proportion is the largest number. */
    int number() {
      int start = at;
      long number = 0;
      while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
        number = Math.min(Integer.MAX_VALUE, number * 10 + format.charAt(at) - '0');
        at++;
      }
      return at == start ? -1 : (int) number;
    }
  }
}

package dev.iacguard.core.hcl;

/** Describes in words what is in the text where something else was expected. */
final class Found {
  private static final int LONGEST = 40;

  private Found() {}

  static int end(Cursor in) {
    if (in.atEnd() || in.atNewline()) {
      return in.pos;
    }
    if (in.peek() == '=' && (in.peek(1) == '=' || in.peek(1) == '>')) {
      return in.pos + 2;
    }
    int identifierEnd = in.identifierEnd();
    return identifierEnd > in.pos
        ? identifierEnd
        : in.pos + Character.charCount(in.text.codePointAt(in.pos));
  }

  static String describe(Cursor in) {
    if (in.atEnd()) {
      return "the end of the file";
    }
    if (in.atNewline()) {
      return "the end of the line";
    }
    char c = in.peek();
    return switch (c) {
      case '"' -> "a quote";
      case '\'' -> "a single quote; strings need double quotes";
      case '\u201c', '\u201d' -> "a curly quote; strings need straight double quotes";
      case '`' -> "a backtick; a string of several lines is a heredoc";
      case ';' -> "a semicolon; items end with their line or a comma";
      case '&' -> "\"&\"; \"and\" is written \"&&\"";
      case '|' -> "\"|\"; \"or\" is written \"||\"";
      default -> c < ' ' || c == 0x7f ? "a control character" : quoted(in);
    };
  }

  private static String quoted(Cursor in) {
    int stop = end(in);
    return stop - in.pos > LONGEST
        ? "\"" + in.text.substring(in.pos, in.pos + LONGEST) + "…\""
        : "\"" + in.text.substring(in.pos, stop) + "\"";
  }
}

package dev.iacguard.core.hcl;

/**
 * Finds where reading can go on behind an item that could not be read: the end of the line on which
 * all its brackets are closed again, or the brace that closes the body around it.
 *
 * <p>Brackets that are never closed are given up where a line starts that can only be an item of
 * its own. Every character is passed once for each item that fails, whatever stands in it.
 */
final class Recovery {
  /** Heredocs without an end are looked for through the whole file, so only so often. */
  private static final int MAX_ENDLESS_HEREDOCS = 8;

  private static final char TEXT = '"';
  private static final char SEQUENCE = '$';

  private final Cursor in;
  private final StringBuilder open = new StringBuilder();
  private final int[] counts = new int[128];
  private int endlessHeredocs;

  Recovery(Cursor in) {
    this.in = in;
  }

  /** Where to go on; behind {@code start} unless that is a closing brace or the end of a line. */
  int behind(int start) {
    while (!open.isEmpty()) {
      pop();
    }
    int at = start;
    while (at < in.end) {
      char c = in.text.charAt(at);
      if (c == '\n' || (c == '\r' && in.charAt(at + 1) == '\n')) {
        if (top() == TEXT) {
          close(TEXT);
        }
        int next = at + (c == '\n' ? 1 : 2);
        if (open.isEmpty() || startsItem(next)) {
          return at;
        }
        at = next;
      } else if (top() == TEXT) {
        at = insideText(at, c);
      } else if (c == '}' && counts['{'] == 0 && counts[SEQUENCE] == 0) {
        return at;
      } else {
        at = token(at, c);
      }
    }
    return in.end;
  }

  private int insideText(int at, char c) {
    char next = in.charAt(at + 1);
    if (c == '\\' && next != '\n' && next != '\r') {
      return at + 2;
    }
    if (c == '"') {
      pop();
    } else if ((c == '$' || c == '%') && next == '{') {
      push(SEQUENCE);
      return at + 2;
    } else if (Escapes.isTemplateEscape(in.text, at)) {
      return at + 3;
    }
    return at + 1;
  }

  private int token(int at, char c) {
    char next = in.charAt(at + 1);
    switch (c) {
      case '"', '(', '[', '{' -> push(c);
      case ')' -> close('(');
      case ']' -> close('[');
      case '}' -> close(openBrace());
      case '#' -> {
        return in.lineComment(at);
      }
      case '/' -> {
        if (next == '/') {
          return in.lineComment(at);
        }
        if (next == '*') {
          return in.blockComment(at);
        }
      }
      case '<' -> {
        if (next == '<') {
          return heredoc(at);
        }
      }
      default -> {}
    }
    return at + 1;
  }

  /** The innermost opening that a closing brace can belong to. */
  private char openBrace() {
    int at = open.length() - 1;
    while (open.charAt(at) != '{' && open.charAt(at) != SEQUENCE) {
      at--;
    }
    return open.charAt(at);
  }

  private int heredoc(int at) {
    int markerStart = in.charAt(at + 2) == '-' ? at + 3 : at + 2;
    int markerEnd = Characters.identifierEnd(in.text, markerStart);
    int lineEnd = in.lineEnd(at);
    if (markerEnd == markerStart || markerEnd != lineEnd) {
      return at + 2;
    }
    if (endlessHeredocs >= MAX_ENDLESS_HEREDOCS) {
      return in.end;
    }
    int line = in.text.indexOf('\n', lineEnd);
    while (line >= 0) {
      int stop = HeredocMarker.end(in, line + 1, markerStart, markerEnd);
      if (stop >= 0) {
        return stop;
      }
      line = in.text.indexOf('\n', line + 1);
    }
    endlessHeredocs++;
    return lineEnd;
  }

  /** Whether a line can only be an item of a body, whatever is still open before it. */
  private boolean startsItem(int lineStart) {
    int at = blanksEnd(lineStart);
    int nameEnd = Characters.identifierEnd(in.text, at);
    if (nameEnd == at) {
      return false;
    }
    int next = blanksEnd(nameEnd);
    char c = in.charAt(next);
    if (c == '=') {
      char follower = in.charAt(next + 1);
      return top() != '{' && follower != '=' && follower != '>';
    }
    return at == lineStart && next > nameEnd && startsBlock(next);
  }

  /** Whether labels, if any, and a brace at the end of the line follow. */
  private boolean startsBlock(int from) {
    int at = from;
    while (in.charAt(at) == '"') {
      int lineEnd = in.lineEnd(at);
      int close = in.text.indexOf('"', at + 1);
      if (close < 0 || close > lineEnd) {
        return false;
      }
      at = blanksEnd(close + 1);
    }
    return in.charAt(at) == '{';
  }

  private int blanksEnd(int from) {
    int at = from;
    while (in.charAt(at) == ' ' || in.charAt(at) == '\t') {
      at++;
    }
    return at;
  }

  private char top() {
    return open.isEmpty() ? Cursor.END : open.charAt(open.length() - 1);
  }

  private void push(char opening) {
    open.append(opening);
    counts[opening]++;
  }

  /** Closes the innermost such opening and whatever was left open inside it. */
  private void close(char opening) {
    if (counts[opening] > 0) {
      while (pop() != opening) {}
    }
  }

  private char pop() {
    char last = top();
    open.setLength(open.length() - 1);
    counts[last]--;
    return last;
  }
}

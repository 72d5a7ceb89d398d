package dev.iacguard.core.hcl;

/**
 * Finds where reading can go on behind an item that could not be read: the end of the line on which
 * all its brackets are closed again, or the brace that closes the body around it.
 *
 * <p>Brackets that are never closed are given up where a line starts that can only be an item of
 * its own. Each search passes every character a few times at most, and {@link Cursor#givesUp}
 * bounds the number of searches.
 */
final class Recovery {
  private static final char TEXT = '"';
  private static final char SEQUENCE = '$';

  private final Cursor in;
  private final StringBuilder open = new StringBuilder();
  private final int[] counts = new int[128];

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
        return in.comments.line(at);
      }
      case '/' -> {
        if (next == '/') {
          return in.comments.line(at);
        }
        if (next == '*') {
          return in.comments.block(at);
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

  /** Passes a heredoc, also one whose first line is wrong behind the marker. */
  private int heredoc(int at) {
    int markerStart = at + 2;
    while (in.charAt(markerStart) == '-' || in.charAt(markerStart) == '"') {
      markerStart++;
    }
    int markerEnd = Characters.identifierEnd(in.text, markerStart);
    if (markerEnd == markerStart) {
      return at + 2;
    }
    int line = in.text.indexOf('\n', markerEnd);
    while (line >= 0) {
      int stop = HeredocMarker.end(in, line + 1, markerStart, markerEnd);
      if (stop >= 0) {
        return stop;
      }
      line = in.text.indexOf('\n', line + 1);
    }
    return endOfEndless(markerEnd);
  }

  /** The end of the line before the next one that starts a block, or ends one, at the margin. */
  private int endOfEndless(int from) {
    int line = in.text.indexOf('\n', from);
    while (line >= 0 && in.charAt(line + 1) != '}' && !startsBlock(line + 1)) {
      line = in.text.indexOf('\n', line + 1);
    }
    return line < 0 ? in.end : in.lineEnd(line);
  }

  /** Whether a line can only be an item of a body, whatever is still open before it. */
  private boolean startsItem(int lineStart) {
    int nameStart = blanksEnd(lineStart);
    return startsBlock(lineStart)
        || (top() != '{' && (startsAttribute(nameStart) || startsBlock(nameStart)));
  }

  private boolean startsAttribute(int nameStart) {
    int nameEnd = Characters.identifierEnd(in.text, nameStart);
    int next = blanksEnd(nameEnd);
    char follower = in.charAt(next + 1);
    return nameEnd > nameStart && in.charAt(next) == '=' && follower != '=' && follower != '>';
  }

  /** Whether a block starts there: a name, labels if any, and a brace. */
  private boolean startsBlock(int nameStart) {
    int nameEnd = Characters.identifierEnd(in.text, nameStart);
    int at = blanksEnd(nameEnd);
    if (nameEnd == nameStart || at == nameEnd) {
      return false;
    }
    int lineEnd = in.lineEnd(at);
    while (in.charAt(at) == '"') {
      int close = in.text.indexOf('"', at + 1, lineEnd);
      if (close < 0) {
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

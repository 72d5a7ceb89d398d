package dev.iacguard.core.hcl;

import java.util.ArrayList;
import java.util.List;

/** Skips comments and records them, each once, however often the text around is read again. */
final class CommentReader {
  private final Cursor in;
  private final List<Comment> comments = new ArrayList<>(0);
  private boolean unclosed;

  CommentReader(Cursor in) {
    this.in = in;
  }

  List<Comment> all() {
    return List.copyOf(comments);
  }

  /** Gives the offset behind the comment that starts there, which is the end of the line. */
  int line(int start) {
    return keep(start, in.lineEnd(start));
  }

  /** As {@link #line}; without an end the comment is taken to end with its line. */
  int block(int start) {
    int close = unclosed ? -1 : in.text.indexOf("*/", start + 2);
    if (close >= 0) {
      return keep(start, close + 2);
    }
    if (!unclosed) {
      in.error(start, start + 2, "expected \"*/\" to end this comment, found the end of the file");
      unclosed = true;
    }
    return line(start);
  }

  private int keep(int start, int end) {
    if (comments.isEmpty() || start > comments.getLast().start()) {
      comments.add(new Comment(start, end));
    }
    return end;
  }
}

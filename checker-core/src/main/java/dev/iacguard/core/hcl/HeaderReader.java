package dev.iacguard.core.hcl;

import java.util.List;

/** Reads the labels of a block. */
final class HeaderReader {
  private final Cursor in;
  private final Pending<Label> labels = new Pending<>();

  HeaderReader(Cursor in) {
    this.in = in;
  }

  /**
   * Reads the labels up to the opening brace. When something else stands between and a brace at the
   * end of the line makes clear that a block is meant, the labels before the mistake are given.
   */
  List<Label> labels() {
    int mark = labels.mark();
    try {
      while (in.peek() != '{') {
        labels.push(label());
      }
    } catch (Failure failure) {
      int brace = intendedBrace();
      if (brace < 0) {
        labels.dropSince(mark);
        throw failure;
      }
      in.jump(brace);
    }
    return labels.takeSince(mark);
  }

  private Label label() {
    int start = in.pos;
    if (in.peek() == '"') {
      return quoted(start);
    }
    int nameEnd = in.identifierEnd();
    if (nameEnd == start) {
      throw in.expected(
          labels.mark() == 0
              ? "\"=\" or a block's label or \"{\" on the same line"
              : "a block's label or \"{\" on the same line");
    }
    return new Label(in.takeName(nameEnd), false, start, nameEnd);
  }

  private Label quoted(int start) {
    int at = start + 1;
    boolean escaped = false;
    for (char c = in.charAt(at); c != '"'; c = in.charAt(at)) {
      if (in.isLineEnd(at)) {
        throw in.fail(start, at, "expected a quote to end this label, found none on the line");
      }
      if (c == '\\' || Escapes.isTemplateEscape(in.text, at)) {
        escaped = true;
        at += c != '\\' ? 2 : in.isLineEnd(at + 1) ? 0 : 1;
      } else if ((c == '$' || c == '%') && in.charAt(at + 1) == '{') {
        throw in.fail(at, at + 2, "expected plain text in a label, found a template sequence");
      }
      at++;
    }
    String text =
        escaped ? Escapes.resolve(in, start + 1, at, true) : Names.of(in.text, start + 1, at);
    in.takeTo(at + 1);
    return new Label(text, true, start, at + 1);
  }

  private int intendedBrace() {
    if (in.atNewline()) {
      int at = in.pos;
      while (at < in.end && Characters.isSpace(in.text.charAt(at))) {
        at++;
      }
      return in.charAt(at) == '{' ? at : -1;
    }
    int at = in.lineEnd(in.pos) - 1;
    while (at > in.pos && Characters.isSpace(in.text.charAt(at))) {
      at--;
    }
    return in.charAt(at) == '{' ? at : -1;
  }
}

package dev.iacguard.core.hcl;

/** Removes the common indent that {@code <<-} asks for. */
final class HeredocIndent {
  private HeredocIndent() {}

  /**
   * Takes as many spaces from the start of every line as the least indented line has. Lines of
   * spaces only neither count nor move. The spaces are those of the template as written and as
   * trimmed by {@code ~}, so that a line whose indentation was trimmed away counts as having none.
   */
  static void remove(Pending<Piece> pieces, int mark) {
    int shift = Integer.MAX_VALUE;
    boolean lineStart = true;
    for (int at = mark; at < pieces.mark(); at++) {
      Piece piece = pieces.get(at);
      if (lineStart) {
        shift = Math.min(shift, indentation(piece));
      }
      lineStart = piece instanceof Piece.Literal literal && literal.endsLine();
    }
    if (shift > 0 && shift < Integer.MAX_VALUE) {
      shift(pieces, mark, shift);
    }
  }

  private static void shift(Pending<Piece> pieces, int mark, int shift) {
    boolean lineStart = true;
    for (int at = mark; at < pieces.mark(); at++) {
      boolean starts = lineStart;
      lineStart = false;
      if (pieces.get(at) instanceof Piece.Literal literal) {
        lineStart = literal.endsLine();
        if (starts && indentation(literal) < Integer.MAX_VALUE) {
          pieces.set(at, literal.withoutFirst(shift));
        }
      }
    }
  }

  private static int indentation(Piece piece) {
    if (!(piece instanceof Piece.Literal literal)) {
      return 0;
    }
    int spaces = literal.trimStart().from() - literal.from();
    boolean blank = literal.from() + spaces == literal.to() && literal.endsLine();
    return blank ? Integer.MAX_VALUE : spaces;
  }
}

package dev.iacguard.core.hcl;

/** Reads <code>${…}</code> and <code>%{…}</code> inside a template. */
final class SequenceReader {
  private final Cursor in;
  private final ExpressionReader expressions;
  private final ForClause forClause;

  SequenceReader(Cursor in, ExpressionReader expressions) {
    this.in = in;
    this.expressions = expressions;
    this.forClause = new ForClause(in, expressions);
  }

  Piece.Hole interpolation() {
    int start = in.pos;
    in.open(in.peek(2) == '~' ? 3 : 2, false);
    Expression expression = expressions.expression();
    close();
    return new Piece.Hole(new TemplatePart.Interpolation(expression, start, in.pos));
  }

  /** Every opening directive is one more level until its closing one. */
  Piece directive() {
    int start = in.pos;
    in.open(in.peek(2) == '~' ? 3 : 2, false);
    int keywordEnd = in.identifierEnd();
    String keyword = in.text.substring(in.pos, keywordEnd);
    return switch (keyword) {
      case "if" -> ifOpening(start, keywordEnd);
      case "for" -> forOpening(start);
      case "else", "endif", "endfor" -> closing(keyword, start, keywordEnd);
      default -> throw in.expected("if, else, endif, for or endfor in the directive");
    };
  }

  private Piece ifOpening(int start, int keywordEnd) {
    in.takeTo(keywordEnd);
    Expression condition = expressions.expression();
    close();
    in.nest();
    return new Piece.Opening(null, null, condition, start, in.pos);
  }

  private Piece forOpening(int start) {
    ForClause.Header header = forClause.directive();
    close();
    in.nest();
    return new Piece.Opening(
        header.keyName(), header.valueName(), header.collection(), start, in.pos);
  }

  private Piece closing(String keyword, int start, int keywordEnd) {
    in.takeTo(keywordEnd);
    close();
    if (!keyword.equals("else")) {
      in.nesting--;
    }
    return new Piece.Closing(keyword, start, in.pos);
  }

  /** Ends the sequence; what follows is literal, so no space is passed. */
  private void close() {
    int length = in.peek() == '~' ? 2 : 1;
    if (in.peek(length - 1) != '}') {
      throw in.expected("\"}\" to end the sequence (\"$${\" and \"%%{\" stand for literal text)");
    }
    in.jump(in.pos + length);
  }
}

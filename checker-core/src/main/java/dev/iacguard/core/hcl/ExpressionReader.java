package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.Expression.Binary;
import dev.iacguard.core.hcl.Expression.Conditional;
import dev.iacguard.core.hcl.Expression.GetAttribute;
import dev.iacguard.core.hcl.Expression.Index;
import dev.iacguard.core.hcl.Expression.NumberLiteral;
import dev.iacguard.core.hcl.Expression.Splat;
import dev.iacguard.core.hcl.Expression.SplatElement;
import dev.iacguard.core.hcl.Expression.Unary;
import org.jspecify.annotations.Nullable;

/** Reads expressions: operators and what follows a term. */
final class ExpressionReader {
  private final Cursor in;
  private final TermReader terms;

  ExpressionReader(Cursor in) {
    this.in = in;
    this.terms = new TermReader(in, this);
  }

  /** Reads as much as belongs to one expression; the cursor is then at the token behind. */
  Expression expression() {
    int outer = in.deepest;
    in.deepest = in.nesting;
    in.nest();
    Expression read = binary(1);
    if (in.peek() == '?') {
      read = conditional(read);
    }
    in.nesting--;
    in.deepest = Math.max(in.deepest, outer);
    return read;
  }

  private Expression conditional(Expression condition) {
    in.take(1);
    Expression then = expression();
    if (in.peek() != ':') {
      throw in.expected("\":\" and the value for false");
    }
    in.take(1);
    Expression otherwise = expression();
    in.chain();
    return new Conditional(condition, then, otherwise, condition.start(), otherwise.end());
  }

  private Expression binary(int loosest) {
    Expression left = operand();
    for (; ; ) {
      BinaryOperator operator = operator();
      if (operator == null || operator.precedence() < loosest) {
        return left;
      }
      in.take(operator.symbol().length());
      Expression right = binary(operator.precedence() + 1);
      in.chain();
      left = new Binary(operator, left, right, left.start(), right.end());
    }
  }

  private @Nullable BinaryOperator operator() {
    char next = in.peek(1);
    return switch (in.peek()) {
      case '+' -> BinaryOperator.ADD;
      case '-' -> BinaryOperator.SUBTRACT;
      case '*' -> BinaryOperator.MULTIPLY;
      case '/' -> BinaryOperator.DIVIDE;
      case '%' -> BinaryOperator.MODULO;
      case '=' -> next == '=' ? BinaryOperator.EQUAL : null;
      case '!' -> next == '=' ? BinaryOperator.NOT_EQUAL : null;
      case '<' -> next == '=' ? BinaryOperator.LESS_OR_EQUAL : BinaryOperator.LESS;
      case '>' -> next == '=' ? BinaryOperator.GREATER_OR_EQUAL : BinaryOperator.GREATER;
      case '&' -> next == '&' ? BinaryOperator.AND : null;
      case '|' -> next == '|' ? BinaryOperator.OR : null;
      default -> null;
    };
  }

  /** A term with its traversals; its depth is counted apart from the operands beside it. */
  private Expression operand() {
    int outer = in.deepest;
    in.deepest = in.nesting;
    char c = in.peek();
    Expression read =
        switch (c) {
          case '-' -> unary(UnaryOperator.NEGATE);
          case '!' -> unary(UnaryOperator.NOT);
          default -> traversals(terms.term());
        };
    in.deepest = Math.max(in.deepest, outer);
    return read;
  }

  private Expression unary(UnaryOperator operator) {
    int start = in.pos;
    in.nest();
    in.take(1);
    Expression operand = operand();
    in.nesting--;
    return new Unary(operator, operand, start, operand.end());
  }

  private Expression traversals(Expression from) {
    Expression source = from;
    for (; ; ) {
      char c = in.peek();
      if (c == '.' && !atEllipsis()) {
        source = dotted(source);
      } else if (c == '[') {
        source = bracketed(source);
      } else {
        return source;
      }
      in.chain();
    }
  }

  private boolean atEllipsis() {
    return in.peek(1) == '.' && in.peek(2) == '.';
  }

  private Expression dotted(Expression source) {
    int marker = in.pos;
    in.take(1);
    if (in.peek() != '*') {
      return step(source);
    }
    in.take(1);
    Expression each = new SplatElement(marker, in.lastEnd);
    while (in.peek() == '.' && !atEllipsis()) {
      in.take(1);
      if (in.peek() == '*') {
        throw in.expected("a name (\".*\" cannot be inside \".*\")");
      }
      each = step(each);
      in.chain();
    }
    return new Splat(source, each, false, source.start(), each.end());
  }

  /** A name, or a number as Terraform before 0.12 wrote an index, behind a dot. */
  private Expression step(Expression source) {
    int start = in.pos;
    if (Characters.isDigit(in.peek())) {
      return numbered(source, start);
    }
    int nameEnd = in.identifierEnd();
    if (nameEnd == start) {
      throw in.expected("a name after \".\"");
    }
    return new GetAttribute(source, in.takeName(nameEnd), start, source.start(), nameEnd);
  }

  private Expression numbered(Expression source, int start) {
    int stop = Characters.numberEnd(in.text, start);
    int dot = in.text.indexOf('.', start, stop);
    if (dot >= 0) {
      in.error(start, stop, "indexes with dots cannot follow one another; write [0][1] for .0.1");
      stop = dot;
    }
    if (!Characters.isNumber(in.text, start, stop)) {
      throw in.fail(start, stop, "\"" + in.text.substring(start, stop) + "\" is not a number");
    }
    Expression key = new NumberLiteral(in.text.substring(start, stop), start, stop);
    in.takeTo(stop);
    return new Index(source, key, source.start(), stop);
  }

  private Expression bracketed(Expression source) {
    int marker = in.pos;
    boolean newlines = in.newlines;
    in.take(1);
    if (in.peek() == '*') {
      return fullSplat(source, marker);
    }
    in.newlines = false;
    in.skipSpace();
    Expression key = expression();
    if (in.peek() != ']') {
      throw in.expected("\"]\" after the index");
    }
    in.close(newlines);
    return new Index(source, key, source.start(), in.lastEnd);
  }

  private Expression fullSplat(Expression source, int marker) {
    in.take(1);
    if (in.peek() != ']') {
      throw in.expected("\"]\" after \"[*\"");
    }
    in.take(1);
    in.nest();
    Expression each = traversals(new SplatElement(marker, in.lastEnd));
    in.nesting--;
    return new Splat(source, each, true, source.start(), each.end());
  }

  /** Forgets what was read of an expression that was left by a failure. */
  void reset() {
    terms.reset();
  }
}

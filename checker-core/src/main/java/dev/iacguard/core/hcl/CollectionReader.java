package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.Expression.BoolLiteral;
import dev.iacguard.core.hcl.Expression.For;
import dev.iacguard.core.hcl.Expression.Name;
import dev.iacguard.core.hcl.Expression.NullLiteral;
import dev.iacguard.core.hcl.Expression.Obj;
import dev.iacguard.core.hcl.Expression.Tuple;

/** Reads tuples, objects and the for-expressions that make them. */
final class CollectionReader {
  private final Cursor in;
  private final ExpressionReader expressions;
  private final ForClause forClause;
  private final Pending<Expression> elements = new Pending<>();
  private final Pending<ObjectEntry> entries = new Pending<>();

  CollectionReader(Cursor in, ExpressionReader expressions) {
    this.in = in;
    this.expressions = expressions;
    this.forClause = new ForClause(in, expressions);
  }

  Expression tuple() {
    int start = in.pos;
    boolean newlines = in.newlines;
    in.open(1, false);
    if (in.isKeyword(in.identifierEnd(), "for")) {
      return forTuple(start, newlines);
    }
    int mark = elements.mark();
    while (in.peek() != ']') {
      elements.push(expressions.expression());
      if (in.peek() == ',') {
        in.take(1);
      } else if (in.peek() != ']') {
        throw in.expected("\",\" or \"]\" in the list");
      }
    }
    in.close(newlines);
    return new Tuple(elements.takeSince(mark), start, in.lastEnd);
  }

  private Expression forTuple(int start, boolean newlines) {
    ForClause.Header header = forClause.header();
    Expression value = expressions.expression();
    if (in.peek() == '=' && in.peek(1) == '>') {
      throw in.expected("\"]\" (a key with \"=>\" is allowed in braces only)");
    }
    Expression condition = forClause.condition();
    if (in.peek() != ']') {
      throw in.expected("\"if\" or \"]\" at the end of the for");
    }
    in.close(newlines);
    return new For(
        header.keyName(),
        header.valueName(),
        header.collection(),
        null,
        value,
        condition,
        false,
        start,
        in.lastEnd);
  }

  Expression object() {
    int start = in.pos;
    boolean newlines = in.newlines;
    in.open(1, false);
    if (in.isKeyword(in.identifierEnd(), "for")) {
      return forObject(start, newlines);
    }
    in.newlines = true;
    int mark = entries.mark();
    while (in.peek() != '}') {
      entries.push(entry());
      if (in.peek() == ',') {
        in.take(1);
      } else if (in.peek() != '}' && !in.atNewline()) {
        throw in.expected("the end of the line, \",\" or \"}\" in the object");
      }
      skipNewlines();
    }
    in.close(newlines);
    return new Obj(entries.takeSince(mark), start, in.lastEnd);
  }

  private void skipNewlines() {
    while (in.atNewline()) {
      in.takeNewline();
    }
  }

  private ObjectEntry entry() {
    if (in.atEnd()) {
      throw in.expected("\"}\" to end the object");
    }
    Expression key = literalKey(expressions.expression());
    boolean equals = in.peek() == '=' && in.peek(1) != '>' && in.peek(1) != '=';
    if (!equals && in.peek() != ':') {
      throw in.expected("\"=\" after the key");
    }
    in.take(1);
    Expression value = expressions.expression();
    return new ObjectEntry(key, value, key.start(), value.end());
  }

  /** A bare {@code true} or {@code null} is a name here, as every bare word is. */
  private static Expression literalKey(Expression key) {
    return switch (key) {
      case BoolLiteral bool -> new Name(String.valueOf(bool.value()), bool.start(), bool.end());
      case NullLiteral none -> new Name("null", none.start(), none.end());
      default -> key;
    };
  }

  private Expression forObject(int start, boolean newlines) {
    ForClause.Header header = forClause.header();
    Expression key = expressions.expression();
    if (in.peek() != '=' || in.peek(1) != '>') {
      throw in.expected("\"=>\" after the key");
    }
    in.take(2);
    Expression value = expressions.expression();
    boolean grouping = in.peek() == '.' && in.peek(1) == '.' && in.peek(2) == '.';
    if (grouping) {
      in.take(3);
    }
    Expression condition = forClause.condition();
    if (in.peek() != '}') {
      throw in.expected("\"if\" or \"}\" at the end of the for");
    }
    in.close(newlines);
    return new For(
        header.keyName(),
        header.valueName(),
        header.collection(),
        key,
        value,
        condition,
        grouping,
        start,
        in.lastEnd);
  }

  void reset() {
    elements.dropSince(0);
    entries.dropSince(0);
  }
}

package dev.iacguard.core.hcl;

import org.jspecify.annotations.Nullable;

/** Reads the part that for-expressions and for-directives share. */
final class ForClause {
  private final Cursor in;
  private final ExpressionReader expressions;

  ForClause(Cursor in, ExpressionReader expressions) {
    this.in = in;
    this.expressions = expressions;
  }

  /** {@code for k, v in collection}. */
  record Header(@Nullable String keyName, String valueName, Expression collection) {}

  /** Reads {@code for k, v in collection :}. */
  Header header() {
    Header header = directive();
    if (in.peek() != ':') {
      throw in.expected("\":\" after the collection");
    }
    in.take(1);
    return header;
  }

  /** Reads {@code for k, v in collection}. */
  Header directive() {
    in.take("for".length());
    String first = name();
    String second = null;
    if (in.peek() == ',') {
      in.take(1);
      second = name();
    }
    if (!in.isKeyword(in.identifierEnd(), "in")) {
      throw in.expected("\"in\" after the names of the for");
    }
    in.take("in".length());
    Expression collection = expressions.expression();
    return second == null
        ? new Header(null, first, collection)
        : new Header(first, second, collection);
  }

  private String name() {
    int nameEnd = in.identifierEnd();
    if (nameEnd == in.pos) {
      throw in.expected("a name in the for");
    }
    return in.takeName(nameEnd);
  }

  /** Reads {@code if condition}, or gives null when none follows. */
  @Nullable Expression condition() {
    if (!in.isKeyword(in.identifierEnd(), "if")) {
      return null;
    }
    in.take("if".length());
    return expressions.expression();
  }
}

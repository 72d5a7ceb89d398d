package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.Expression.BoolLiteral;
import dev.iacguard.core.hcl.Expression.Call;
import dev.iacguard.core.hcl.Expression.Name;
import dev.iacguard.core.hcl.Expression.NullLiteral;
import dev.iacguard.core.hcl.Expression.NumberLiteral;
import dev.iacguard.core.hcl.Expression.Parentheses;

/** Reads the terms of an expression: literals, names, calls and whatever has brackets or quotes. */
final class TermReader {
  private final Cursor in;
  private final ExpressionReader expressions;
  private final CollectionReader collections;
  private final TemplateReader templates;
  private final Pending<Expression> arguments = new Pending<>();

  TermReader(Cursor in, ExpressionReader expressions) {
    this.in = in;
    this.expressions = expressions;
    this.collections = new CollectionReader(in, expressions);
    this.templates = new TemplateReader(in, expressions);
  }

  Expression term() {
    char c = in.peek();
    return switch (c) {
      case '"' -> templates.quoted();
      case '(' -> parentheses();
      case '[' -> collections.tuple();
      case '{' -> collections.object();
      case '<' -> in.peek(1) == '<' ? templates.heredoc() : nameOrNumber(c);
      default -> nameOrNumber(c);
    };
  }

  private Expression nameOrNumber(char c) {
    if (Characters.isDigit(c)) {
      return number();
    }
    int start = in.pos;
    int nameEnd = in.identifierEnd();
    if (nameEnd == start) {
      throw in.expected("a value");
    }
    String name = in.takeName(nameEnd);
    if (in.peek() == '(' || (in.peek() == ':' && in.peek(1) == ':')) {
      return call(name, start);
    }
    return switch (name) {
      case "true" -> new BoolLiteral(true, start, nameEnd);
      case "false" -> new BoolLiteral(false, start, nameEnd);
      case "null" -> new NullLiteral(start, nameEnd);
      default -> new Name(name, start, nameEnd);
    };
  }

  private Expression number() {
    int start = in.pos;
    int stop = Characters.numberEnd(in.text, start);
    if (!Characters.isNumber(in.text, start, stop)) {
      throw in.fail(start, stop, "\"" + in.text.substring(start, stop) + "\" is not a number");
    }
    String text = Names.of(in.text, start, stop);
    in.takeTo(stop);
    return new NumberLiteral(text, start, stop);
  }

  private Expression parentheses() {
    int start = in.pos;
    boolean newlines = in.newlines;
    in.open(1, false);
    Expression inner = expressions.expression();
    if (in.peek() != ')') {
      throw in.expected("\")\"");
    }
    in.close(newlines);
    return new Parentheses(inner, start, in.lastEnd);
  }

  private Expression call(String first, int start) {
    String name = in.peek() == '(' ? first : namespaced(first);
    boolean newlines = in.newlines;
    int mark = arguments.mark();
    boolean expandLast = false;
    in.open(1, false);
    while (in.peek() != ')') {
      arguments.push(expressions.expression());
      if (in.peek() == '.' && in.peek(1) == '.' && in.peek(2) == '.') {
        in.take(3);
        expandLast = true;
        if (in.peek() != ')') {
          throw in.expected("\")\" after \"...\"");
        }
      } else if (in.peek() == ',') {
        in.take(1);
      } else if (in.peek() != ')') {
        throw in.expected("\",\" or \")\" in the call of " + name);
      }
    }
    in.close(newlines);
    return new Call(name, arguments.takeSince(mark), expandLast, start, in.lastEnd);
  }

  private String namespaced(String first) {
    StringBuilder name = new StringBuilder(first);
    while (in.peek() == ':' && in.peek(1) == ':') {
      in.take(2);
      int nameEnd = in.identifierEnd();
      if (nameEnd == in.pos) {
        throw in.expected("a function's name after \"::\"");
      }
      name.append("::").append(in.takeName(nameEnd));
    }
    if (in.peek() != '(') {
      throw in.expected("\"(\" after a function's name");
    }
    return name.toString();
  }

  /** Forgets the arguments of calls that were left by a failure. */
  void reset() {
    arguments.dropSince(0);
    collections.reset();
    templates.reset();
  }
}

package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.Expression.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a tree as HCL that reads back as the same tree. */
final class HclPrinter {
  private final StringBuilder out = new StringBuilder();

  private HclPrinter() {}

  static String print(Body body) {
    HclPrinter printer = new HclPrinter();
    printer.items(body);
    return printer.out.toString();
  }

  static String print(Expression expression) {
    HclPrinter printer = new HclPrinter();
    printer.expression(expression);
    return printer.out.toString();
  }

  private void items(Body body) {
    for (BodyItem item : body.items()) {
      switch (item) {
        case BodyItem.Attribute attribute -> {
          out.append(attribute.name()).append(" = ");
          expression(attribute.value());
        }
        case BodyItem.Block block -> block(block);
      }
      endLine();
    }
  }

  private void block(BodyItem.Block block) {
    out.append(block.type());
    for (Label label : block.labels()) {
      out.append(' ');
      if (label.quoted()) {
        out.append('"').append(TemplatePrinter.quote(label.text())).append('"');
      } else {
        out.append(label.text());
      }
    }
    out.append(" {\n");
    items(block.body());
    out.append('}');
  }

  /** A heredoc has ended its line already. */
  private void endLine() {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  void expression(Expression expression) {
    switch (expression) {
      case Expression.NumberLiteral e -> out.append(e.text());
      case Expression.BoolLiteral e -> out.append(e.value());
      case Expression.NullLiteral e -> out.append("null");
      case Template e -> new TemplatePrinter(out, this).print(e);
      case Expression.Name e -> out.append(e.name());
      case Expression.GetAttribute e -> {
        expression(e.source());
        out.append('.').append(e.name());
      }
      case Expression.Index e -> enclosed(e.source(), "[", e.key(), "]");
      case Expression.Splat e -> splat(e);
      case Expression.SplatElement e -> {}
      case Expression.Call e -> {
        list(e.name() + "(", e.arguments());
        out.append(e.expandLast() ? "...)" : ")");
      }
      case Expression.Unary e -> {
        out.append(e.operator().symbol());
        expression(e.operand());
      }
      case Expression.Binary e ->
          enclosed(e.left(), " " + e.operator().symbol() + " ", e.right(), "");
      case Expression.Conditional e -> {
        enclosed(e.condition(), " ? ", e.then(), " : ");
        expression(e.otherwise());
      }
      case Expression.Tuple e -> {
        list("[", e.elements());
        out.append(']');
      }
      case Expression.Obj e -> object(e);
      case Expression.For e -> forExpression(e);
      case Expression.Parentheses e -> {
        out.append('(');
        expression(e.inner());
        out.append(')');
      }
      case Expression.Invalid e -> throw new IllegalArgumentException("not printable: " + e);
    }
  }

  private void enclosed(Expression before, String open, Expression inside, String close) {
    expression(before);
    out.append(open);
    expression(inside);
    out.append(close);
  }

  private void splat(Expression.Splat splat) {
    expression(splat.source());
    if (splat.full()) {
      out.append("[*]");
      expression(splat.each());
    } else {
      out.append(".*");
      attributes(splat.each());
    }
  }

  private void attributes(Expression each) {
    if (each instanceof Expression.GetAttribute get) {
      attributes(get.source());
      out.append('.').append(get.name());
    } else if (each instanceof Expression.Index index) {
      attributes(index.source());
      out.append('.');
      expression(index.key());
    }
  }

  private void list(String open, List<Expression> elements) {
    out.append(open);
    for (int at = 0; at < elements.size(); at++) {
      out.append(at == 0 ? "" : ", ");
      expression(elements.get(at));
    }
  }

  private void object(Expression.Obj object) {
    out.append("{\n");
    for (ObjectEntry entry : object.entries()) {
      enclosed(entry.key(), " = ", entry.value(), "");
      endLine();
    }
    out.append('}');
  }

  private void forExpression(Expression.For e) {
    Expression key = e.key();
    Expression condition = e.condition();
    out.append(key == null ? '[' : '{');
    forClause(e.keyName(), e.valueName(), e.collection());
    out.append(" : ");
    if (key != null) {
      enclosed(key, " => ", e.value(), e.grouping() ? "..." : "");
    } else {
      expression(e.value());
    }
    if (condition != null) {
      out.append(" if ");
      expression(condition);
    }
    out.append(key == null ? ']' : '}');
  }

  void forClause(@Nullable String keyName, String valueName, Expression collection) {
    out.append("for ").append(keyName == null ? "" : keyName + ", ").append(valueName);
    out.append(" in ");
    expression(collection);
  }
}

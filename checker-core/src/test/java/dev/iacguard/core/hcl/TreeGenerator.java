package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.Expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes trees as the reader could have read them, apart from the offsets, which are all 0. */
final class TreeGenerator {
  private static final List<String> NAMES =
      List.of("a", "var", "each", "for_each", "x-1", "größe", "if", "in", "_", "stage_name");
  private static final List<String> TEXTS =
      List.of("a", " ", "\n", "\"", "\\", "${", "%{", "$", "%", "é", "🚀", "\t", "#", "}", "<<E\n");

  private final Random random;

  TreeGenerator(Random random) {
    this.random = random;
  }

  Body body(int depth) {
    List<BodyItem> items = new ArrayList<>();
    int count = random.nextInt(4);
    for (int at = 0; at < count; at++) {
      items.add(
          depth > 0 && random.nextInt(3) == 0
              ? new BodyItem.Block(name(), labels(), body(depth - 1), 0, 0, 0)
              : new BodyItem.Attribute(name() + at, expression(depth), 0, 0));
    }
    return new Body(items, 0, 0);
  }

  private List<Label> labels() {
    return some(3, () -> random.nextBoolean() ? new Label(name(), false, 0, 0) : quotedLabel());
  }

  private Label quotedLabel() {
    return new Label(text(), true, 0, 0);
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private String text() {
    return String.join("", some(5, () -> TEXTS.get(random.nextInt(TEXTS.size()))));
  }

  private <T> List<T> some(int limit, Supplier<T> maker) {
    List<T> made = new ArrayList<>();
    int count = random.nextInt(limit);
    for (int at = 0; at < count; at++) {
      made.add(maker.get());
    }
    return made;
  }

  private Expression expression(int depth) {
    if (depth == 0) {
      return literal();
    }
    return switch (random.nextInt(6)) {
      case 0 ->
          new Expression.Conditional(
              operand(depth), expression(depth - 1), expression(depth - 1), 0, 0);
      case 1 -> binary(depth);
      default -> operand(depth);
    };
  }

  private Expression binary(int depth) {
    BinaryOperator[] all = BinaryOperator.values();
    BinaryOperator operator = all[random.nextInt(all.length)];
    Expression left = operand(depth - 1);
    BinaryOperator tighter = all[random.nextInt(all.length)];
    Expression right =
        tighter.precedence() > operator.precedence()
            ? new Expression.Binary(tighter, operand(depth - 1), operand(depth - 1), 0, 0)
            : operand(depth - 1);
    return new Expression.Binary(operator, left, right, 0, 0);
  }

  private Expression operand(int depth) {
    int inner = Math.max(0, depth - 1);
    return switch (random.nextInt(depth == 0 ? 2 : 10)) {
      case 0 -> literal();
      case 1 -> traversal(new Expression.Name(name(), 0, 0), inner);
      case 2 ->
          new Expression.Unary(
              random.nextBoolean() ? UnaryOperator.NOT : UnaryOperator.NEGATE,
              operand(inner),
              0,
              0);
      case 3 -> traversal(call(inner), inner);
      case 4 -> new Expression.Tuple(some(4, () -> expression(inner)), 0, 0);
      case 5 -> new Expression.Obj(some(4, () -> entry(inner)), 0, 0);
      case 6 -> forExpression(inner);
      case 7 -> splat(inner);
      case 8 -> new Expression.Parentheses(expression(inner), 0, 0);
      default -> quoted(inner);
    };
  }

  private Expression literal() {
    return switch (random.nextInt(5)) {
      case 0 -> new Expression.NumberLiteral(String.valueOf(random.nextInt(100)), 0, 0);
      case 1 -> new Expression.NumberLiteral("0.5e-3", 0, 0);
      case 2 -> new Expression.BoolLiteral(random.nextBoolean(), 0, 0);
      case 3 -> new Expression.NullLiteral(0, 0);
      default -> quoted(0);
    };
  }

  private Expression traversal(Expression source, int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> new Expression.GetAttribute(source, name(), 0, 0, 0);
      case 1 -> new Expression.Index(source, expression(depth), 0, 0);
      case 2 -> traversal(new Expression.GetAttribute(source, name(), 0, 0, 0), depth);
      default -> source;
    };
  }

  private Expression splat(int depth) {
    Expression source = new Expression.Name(name(), 0, 0);
    Expression element = new Expression.SplatElement(0, 0);
    if (random.nextBoolean()) {
      return new Expression.Splat(source, traversal(element, depth), true, 0, 0);
    }
    Expression each = new Expression.GetAttribute(element, name(), 0, 0, 0);
    return new Expression.Splat(source, random.nextBoolean() ? each : element, false, 0, 0);
  }

  private Expression call(int depth) {
    List<Expression> arguments = some(4, () -> expression(depth));
    String name = random.nextInt(5) == 0 ? "provider::a::b" : name();
    return new Expression.Call(
        name, arguments, !arguments.isEmpty() && random.nextInt(4) == 0, 0, 0);
  }

  private ObjectEntry entry(int depth) {
    Expression key =
        switch (random.nextInt(3)) {
          case 0 -> new Expression.Name(name(), 0, 0);
          case 1 -> new Expression.Parentheses(expression(depth), 0, 0);
          default -> quoted(depth);
        };
    return new ObjectEntry(key, expression(depth), 0, 0);
  }

  private Expression forExpression(int depth) {
    boolean object = random.nextBoolean();
    return new Expression.For(
        random.nextBoolean() ? name() : null,
        name(),
        expression(depth),
        object ? expression(depth) : null,
        expression(depth),
        random.nextBoolean() ? expression(depth) : null,
        object && random.nextBoolean(),
        0,
        0);
  }

  private Template quoted(int depth) {
    return new Template(Template.Kind.QUOTED, parts(depth), 0, 0);
  }

  private List<TemplatePart> parts(int depth) {
    List<TemplatePart> parts = new ArrayList<>();
    int count = random.nextInt(4);
    for (int at = 0; at < count; at++) {
      String text = text();
      if (!text.isEmpty()) {
        parts.add(new TemplatePart.Text(text, 0, 0));
      }
      if (depth == 0) {
        return parts;
      }
      parts.add(sequence(depth - 1));
    }
    return parts;
  }

  private TemplatePart sequence(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> new TemplatePart.If(expression(depth), parts(depth), parts(depth), 0, 0);
      case 1 ->
          new TemplatePart.For(
              random.nextBoolean() ? name() : null, name(), expression(depth), parts(depth), 0, 0);
      default -> new TemplatePart.Interpolation(expression(depth), 0, 0);
    };
  }
}

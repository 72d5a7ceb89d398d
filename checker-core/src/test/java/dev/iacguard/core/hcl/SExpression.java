package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.Expression.Template;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a tree in a compact form that holds everything but the offsets. */
final class SExpression {
  private SExpression() {}

  static String of(Body body) {
    return body.items().stream().map(SExpression::of).collect(Collectors.joining(" "));
  }

  private static String of(BodyItem item) {
    return switch (item) {
      case BodyItem.Attribute a -> a.name() + "=" + of(a.value());
      case BodyItem.Block b ->
          "(" + b.type() + labels(b.labels()) + (" " + of(b.body())).stripTrailing() + ")";
    };
  }

  private static String labels(List<Label> labels) {
    StringBuilder out = new StringBuilder();
    for (Label label : labels) {
      out.append(' ').append(label.quoted() ? text(label.text()) : label.text());
    }
    return out.toString();
  }

  static String of(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral e -> e.text();
      case Expression.BoolLiteral e -> "#" + e.value();
      case Expression.NullLiteral e -> "#null";
      case Template e -> template(e);
      case Expression.Name e -> e.name();
      case Expression.GetAttribute e -> "(. " + of(e.source()) + " " + e.name() + ")";
      case Expression.Index e -> "([] " + of(e.source()) + " " + of(e.key()) + ")";
      case Expression.Splat e ->
          (e.full() ? "([*] " : "(.* ") + of(e.source()) + " " + of(e.each()) + ")";
      case Expression.SplatElement e -> "@";
      case Expression.Call e ->
          "(call " + e.name() + all(e.arguments()) + (e.expandLast() ? " ...)" : ")");
      case Expression.Unary e -> "(" + e.operator().symbol() + " " + of(e.operand()) + ")";
      case Expression.Binary e ->
          "(" + e.operator().symbol() + " " + of(e.left()) + " " + of(e.right()) + ")";
      case Expression.Conditional e ->
          "(? " + of(e.condition()) + " " + of(e.then()) + " " + of(e.otherwise()) + ")";
      case Expression.Tuple e -> "[" + all(e.elements()).strip() + "]";
      case Expression.Obj e ->
          e.entries().stream()
              .map(entry -> of(entry.key()) + "=" + of(entry.value()))
              .collect(Collectors.joining(" ", "{", "}"));
      case Expression.For e -> forExpression(e);
      case Expression.Parentheses e -> "(paren " + of(e.inner()) + ")";
      case Expression.Invalid e -> "#invalid";
    };
  }

  private static String all(List<Expression> expressions) {
    return expressions.stream().map(e -> " " + of(e)).collect(Collectors.joining());
  }

  private static String forExpression(Expression.For e) {
    return "(for "
        + names(e.keyName(), e.valueName())
        + " "
        + of(e.collection())
        + (e.key() == null ? " " : " " + of(e.key()) + " => ")
        + of(e.value())
        + (e.grouping() ? "..." : "")
        + (e.condition() == null ? "" : " if " + of(e.condition()))
        + ")";
  }

  private static String names(@Nullable String key, String value) {
    return key == null ? value : key + "," + value;
  }

  private static String template(Template template) {
    String mark =
        switch (template.kind()) {
          case QUOTED -> "";
          case HEREDOC -> "<<";
          case INDENTED_HEREDOC -> "<<-";
          case BARE -> "bare";
        };
    String literal = template.literal();
    return literal != null ? mark + text(literal) : mark + "(" + parts(template.parts()) + ")";
  }

  private static String parts(List<TemplatePart> parts) {
    return parts.stream().map(SExpression::part).collect(Collectors.joining(" "));
  }

  private static String part(TemplatePart part) {
    return switch (part) {
      case TemplatePart.Text p -> text(p.text());
      case TemplatePart.Interpolation p -> "$" + of(p.expression());
      case TemplatePart.If p ->
          "(%if "
              + of(p.condition())
              + " ("
              + parts(p.then())
              + ") ("
              + parts(p.otherwise())
              + "))";
      case TemplatePart.For p ->
          "(%for "
              + names(p.keyName(), p.valueName())
              + " "
              + of(p.collection())
              + " ("
              + parts(p.body())
              + "))";
    };
  }

  private static String text(String text) {
    return "\"" + Table.encode(text) + "\"";
  }
}

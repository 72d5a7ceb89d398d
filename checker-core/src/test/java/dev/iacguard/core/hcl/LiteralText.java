package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.Expression.BoolLiteral;
import dev.iacguard.core.hcl.Expression.Name;
import dev.iacguard.core.hcl.Expression.Template;
import dev.iacguard.core.hcl.Expression.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The text of a template that holds nothing but literals. */
final class LiteralText {
  private final Map<String, Expression> names = new HashMap<>();

  private LiteralText() {}

  static String of(Expression expression) {
    return new LiteralText().text(expression);
  }

  private String text(Expression expression) {
    return switch (expression) {
      case Template template -> text(template.parts());
      case Name name when names.containsKey(name.name()) -> text(names.get(name.name()));
      default -> throw new IllegalArgumentException("no text: " + expression);
    };
  }

  private String text(List<TemplatePart> parts) {
    StringBuilder text = new StringBuilder();
    for (TemplatePart part : parts) {
      switch (part) {
        case TemplatePart.Text literal -> text.append(literal.text());
        case TemplatePart.Interpolation hole -> text.append(text(hole.expression()));
        case TemplatePart.If choice ->
            text.append(text(isTrue(choice.condition()) ? choice.then() : choice.otherwise()));
        case TemplatePart.For loop -> {
          for (Expression element : ((Tuple) loop.collection()).elements()) {
            names.put(loop.valueName(), element);
            text.append(text(loop.body()));
          }
        }
      }
    }
    return text.toString();
  }

  private static boolean isTrue(Expression condition) {
    return ((BoolLiteral) condition).value();
  }
}

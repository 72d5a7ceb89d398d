package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.TemplatePart;

/** Values that are written out, so that another one can take their place. */
final class Literals {
  private Literals() {}

  /** Whether nothing has to be evaluated to know the value. */
  static boolean isOne(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral it -> true;
      case Expression.BoolLiteral it -> true;
      case Expression.NullLiteral it -> true;
      case Expression.Template it ->
          it.parts().stream().allMatch(TemplatePart.Text.class::isInstance);
      case Expression.Unary it -> isOne(it.operand());
      case Expression.Parentheses it -> isOne(it.inner());
      case Expression.Tuple it -> it.elements().stream().allMatch(Literals::isOne);
      case Expression.Obj it -> it.entries().stream().allMatch(entry -> isOne(entry.value()));
      case Expression.Call it ->
          it.name().equals("jsonencode") && it.arguments().stream().allMatch(Literals::isOne);
      default -> false;
    };
  }
}

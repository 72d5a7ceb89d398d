package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.TypeConstraint;
import dev.iacguard.core.terraform.value.TypeConversion;
import dev.iacguard.core.terraform.value.Types;
import dev.iacguard.core.terraform.value.Unification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates {@code condition ? a : b}: the result has the type that both arms have in common. */
final class Conditionals {
  private Conditionals() {}

  static Value evaluate(Expression.Conditional conditional, Scope scope) {
    Value condition = Conversions.toBool(Evaluator.evaluate(conditional.condition(), scope));
    Origin origin = scope.origin(conditional);
    Arm then = new Arm(conditional.then(), scope);
    Arm otherwise = new Arm(conditional.otherwise(), scope);
    Value chosen =
        Operators.choose(
            condition, () -> then.beside(otherwise), () -> otherwise.beside(then), origin);
    if (chosen instanceof Value.Choice) {
      return chosen;
    }
    Origin carried = Derived.carried(origin, List.of(chosen, condition));
    Reference.ToResource copied = chosen.origin().copyOf();
    return chosen.withOrigin(copied == null ? carried : carried.readFrom(copied));
  }

  /** One of the two results, evaluated once and only when it is needed. */
  private static final class Arm {
    private final Expression expression;
    private final Scope scope;
    private @Nullable Value known;

    Arm(Expression expression, Scope scope) {
      this.expression = expression;
      this.scope = scope;
    }

    private Value value() {
      Value value = known;
      if (value == null) {
        value = Evaluator.evaluate(expression, scope);
        known = value;
      }
      return value;
    }

    /** The value in the type that both arms have in common. */
    Value beside(Arm other) {
      Value mine = value();
      boolean keepsType =
          mine instanceof Value.Text || mine instanceof Value.Null || mine instanceof Value.Unknown;
      if (keepsType || Derived.isError(mine)) {
        return mine;
      }
      TypeConstraint common = Unification.unify(List.of(Types.of(mine), Types.of(other.value())));
      return common == null
          ? Conversions.invalid(mine, "the two results of a condition have no type in common")
          : TypeConversion.plain(mine, common);
    }
  }
}

package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.config.ModuleConfig;
import dev.iacguard.core.terraform.config.TypeReader;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.TypeConstraint;
import dev.iacguard.core.terraform.value.TypeConversion;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one module instance: the value from the caller or the user, otherwise the
 * default.
 */
final class Variables {
  private final ModuleInstance module;
  private final Memo values = new Memo();

  Variables(ModuleInstance module) {
    this.module = module;
  }

  /** A value and how it came to be the variable's. */
  private record Given(Value value, String how) {}

  Value value(String name, Span use) {
    ModuleConfig.Entry entry = module.config().entry("variable." + name);
    if (entry == null) {
      return Conversions.invalid(Origin.at(use), module.config().nearNames().variable(name));
    }
    Value value = values.get(name, () -> evaluate(name, entry));
    if (value == null) {
      module.stack().report(Problem.unreadable(use, "var." + name + " refers to itself"));
      return Value.Unknown.of(Cause.INVALID, "var." + name, Origin.at(use));
    }
    return value.withOrigin(value.origin().usedAt(use));
  }

  private Value evaluate(String name, ModuleConfig.Entry entry) {
    Given given = given(name, entry);
    LayeredBody.Located fallback = entry.body().attribute("default");
    boolean absent =
        given == null
            || (given.value() instanceof Value.Null && !isNullable(entry) && fallback != null);
    boolean open = absent && module.isRoot() && module.stack().inputs().isOpen(name);
    Given chosen = open ? null : absent ? defaultOf(fallback) : given;
    Value value;
    if (chosen == null) {
      Origin origin = Origin.at(entry.declaration().header());
      value = Value.Unknown.named(Cause.INPUT, module.prefix() + "var." + name, origin);
    } else {
      Value converted = conversion(entry).convert(chosen.value(), type(entry));
      Origin origin = converted.origin();
      value = converted.withOrigin(origin.through(origin.at(), "var." + name + chosen.how()));
      if (absent && module.isRoot()) {
        value = Derived.marked(value, ValueMarks.ofDefault("var." + name));
      }
    }
    return isSensitive(entry) ? Derived.marked(value, ValueMarks.SENSITIVE) : value;
  }

  private @Nullable Given given(String name, ModuleConfig.Entry entry) {
    ModuleCall call = module.callSite();
    if (call == null) {
      RootVariables.Assigned assigned = module.stack().inputs().get(name);
      return assigned == null
          ? null
          : new Given(
              assigned.value(module, takesPlainText(entry)), " (" + assigned.source() + ")");
    }
    LayeredBody.Located argument = call.body().attribute(name);
    if (argument == null) {
      return null;
    }
    Scope scope = Scope.of(call.caller(), argument.file(), module.repetition());
    return new Given(Evaluator.evaluate(argument.expression(), scope), "");
  }

  private @Nullable Given defaultOf(LayeredBody.@Nullable Located fallback) {
    return fallback == null
        ? null
        : new Given(
            Evaluator.evaluate(fallback.expression(), module.scope(fallback)), " (default)");
  }

  private static TypeConstraint type(ModuleConfig.Entry entry) {
    LayeredBody.Located type = entry.body().attribute("type");
    return type == null ? TypeConstraint.ANY : TypeReader.read(type.expression(), type.file());
  }

  /**
   * A value from outside of the files is plain text for these and an expression for others, as
   * Terraform has it.
   */
  private static boolean takesPlainText(ModuleConfig.Entry entry) {
    return entry.body().attribute("type") == null
        || type(entry) instanceof TypeConstraint.Primitive;
  }

  private TypeConversion conversion(ModuleConfig.Entry entry) {
    LayeredBody.Located type = entry.body().attribute("type");
    return new TypeConversion(
        expression ->
            type == null
                ? new Value.Null(Origin.at(entry.declaration().header()))
                : Evaluator.evaluate(expression, module.scope(type)));
  }

  private static boolean isNullable(ModuleConfig.Entry entry) {
    return !isLiterally(entry.body().attribute("nullable"), false);
  }

  private static boolean isSensitive(ModuleConfig.Entry entry) {
    return isLiterally(entry.body().attribute("sensitive"), true);
  }

  private static boolean isLiterally(LayeredBody.@Nullable Located attribute, boolean value) {
    return attribute != null
        && attribute.expression() instanceof Expression.BoolLiteral literal
        && literal.value() == value;
  }
}

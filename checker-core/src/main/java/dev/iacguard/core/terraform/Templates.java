package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.TemplatePart;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.util.List;

/** Evaluates quoted strings, heredocs and template files. */
final class Templates {
  private Templates() {}

  static Value evaluate(Expression.Template template, Scope scope) {
    String literal = template.literal();
    if (literal != null) {
      return Value.Text.of(Conversions.normal(literal), scope.origin(template));
    }
    if (template.parts().size() == 1
        && template.parts().get(0) instanceof TemplatePart.Interpolation only) {
      // "${x}" is x itself, whatever its type.
      Value value = Evaluator.evaluate(only.expression(), scope);
      return value.withOrigin(value.origin().usedAt(scope.span(template)));
    }
    return text(template.parts(), scope, scope.origin(template));
  }

  private static Value text(List<TemplatePart> parts, Scope scope, Origin origin) {
    TextBuilder text = new TextBuilder();
    for (TemplatePart part : parts) {
      Value value = evaluate(part, scope);
      if (value instanceof Value.Unknown unknown && unknown.cause() == Cause.LIMIT) {
        return unknown.withOrigin(origin);
      }
      if (Derived.isError(value) || value instanceof Value.Null) {
        return value instanceof Value.Null
            ? Conversions.invalid(origin, "null in a template")
            : value.withOrigin(origin);
      }
      text.add(value);
      if (isTooLong(text)) {
        return tooLong(scope, origin);
      }
    }
    return made(text, scope, origin);
  }

  /** Counts what is made; {@code "${a}${b}"} in a loop adds up. */
  private static Value made(TextBuilder text, Scope scope, Origin origin) {
    if (scope.module().evaluationBudget().make((long) text.length() + text.holes())) {
      return text.build(origin);
    }
    scope.module().stack().exceeded(origin.at());
    return Value.Unknown.of(Cause.LIMIT, "a string", origin);
  }

  private static boolean isTooLong(TextBuilder text) {
    return text.length() > EvaluationBudget.MAX_TEXT || text.holes() > EvaluationBudget.MAX_HOLES;
  }

  private static Value tooLong(Scope scope, Origin origin) {
    return scope
        .module()
        .limit(origin.at(), "a string of more than " + EvaluationBudget.MAX_TEXT + " characters");
  }

  private static Value evaluate(TemplatePart part, Scope scope) {
    return switch (part) {
      case TemplatePart.Text text ->
          Value.Text.of(Conversions.normal(text.text()), scope.origin(text));
      case TemplatePart.Interpolation interpolation ->
          Conversions.toText(Evaluator.evaluate(interpolation.expression(), scope));
      case TemplatePart.If branch -> {
        Origin origin = scope.origin(branch);
        Value condition = Conversions.toBool(Evaluator.evaluate(branch.condition(), scope));
        yield Operators.choose(
            condition,
            () -> text(branch.then(), scope, origin),
            () -> text(branch.otherwise(), scope, origin),
            origin);
      }
      case TemplatePart.For loop -> loop(loop, scope);
    };
  }

  private static Value loop(TemplatePart.For loop, Scope scope) {
    Origin origin = scope.origin(loop);
    return ChoiceLifting.map(
        Evaluator.evaluate(loop.collection(), scope),
        collection -> {
          List<Iteration> iterations = Iteration.of(collection);
          if (iterations == null) {
            return Derived.isError(collection)
                ? collection
                : Derived.unknown(
                    Source.text(loop.collection(), scope), origin, List.of(collection));
          }
          TextBuilder text = new TextBuilder();
          for (Iteration iteration : iterations) {
            Value body =
                text(loop.body(), iteration.bind(scope, loop.keyName(), loop.valueName()), origin);
            if (!(body instanceof Value.Text known)) {
              return body;
            }
            text.add(known);
            if (isTooLong(text) || scope.module().evaluationBudget().isUsedUp()) {
              return tooLong(scope, origin);
            }
          }
          if (Iteration.isOpen(collection)) {
            text.add(
                new TextPart.Hole(
                    Derived.unknown(
                        Source.text(loop.collection(), scope), origin, List.of(collection))));
          }
          return text.build(origin);
        });
  }
}

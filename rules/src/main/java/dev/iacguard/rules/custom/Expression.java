package dev.iacguard.rules.custom;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.UnknownContext;
import dev.iacguard.core.model.WorkBudget.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A compiled and type-checked expression. */
final class Expression {
  private static final String PREFIX = "evaluation error";

  private final String variable;
  private final CelRuntime.Program program;
  private final CelType type;
  private final Uses uses;
  private final ExpressionCost cost;

  /**
   * @param variable the name of the subject in it
   */
  Expression(String variable, CelAbstractSyntaxTree checked, CelRuntime runtime)
      throws CelEvaluationException {
    this.variable = variable;
    this.type = checked.getResultType();
    this.program = runtime.createProgram(checked);
    this.uses = Uses.of(checked);
    this.cost = ExpressionCost.of(checked);
  }

  CelType type() {
    return type;
  }

  Uses uses() {
    return uses;
  }

  Answer evaluate(CelInput celInput) {
    if (!celInput.work().chargeWithin(Bound.RULE_STEPS, (long) cost.steps(celInput, variable))) {
      return new Answer.TooLong();
    }
    List<CelAttributePattern> patterns = new ArrayList<>();
    for (List<Object> path : celInput.unknown().keySet()) {
      patterns.add(pattern(path));
    }
    UnknownContext context =
        UnknownContext.create(
            name -> name.equals(variable) ? Optional.of(celInput.fields()) : Optional.empty(),
            patterns);
    try {
      Object value = program.advanceEvaluation(context);
      return value instanceof CelUnknownSet set ? unknown(set, celInput) : new Answer.Known(value);
    } catch (CelEvaluationException e) {
      return new Answer.Broken(plain(String.valueOf(e.getMessage())));
    }
  }

  private static CelAttributePattern pattern(List<Object> path) {
    CelAttributePattern pattern = CelAttributePattern.create((String) path.get(0));
    for (Object step : path.subList(1, path.size())) {
      pattern = pattern.qualify(qualifier(step));
    }
    return pattern;
  }

  private static CelAttribute.Qualifier qualifier(Object step) {
    return step instanceof Integer place
        ? CelAttribute.Qualifier.ofInt(place)
        : CelAttribute.Qualifier.ofString((String) step);
  }

  /** Names each unknown field that the expression needs, in order. */
  private static Answer.Unknown unknown(CelUnknownSet set, CelInput celInput) {
    TreeSet<String> reasons = new TreeSet<>();
    for (Map.Entry<List<Object>, String> entry : celInput.unknown().entrySet()) {
      for (CelAttribute attribute : set.attributes()) {
        if (touches(attribute, entry.getKey())) {
          reasons.add(name(entry.getKey()) + ": " + entry.getValue());
        }
      }
    }
    return new Answer.Unknown(List.copyOf(reasons));
  }

  private static boolean touches(CelAttribute attribute, List<Object> path) {
    int shared = Math.min(attribute.qualifiers().size(), path.size());
    for (int i = 1; i < shared; i++) {
      if (!attribute.qualifiers().get(i).equals(qualifier(path.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** {@code stage.logGroup.tags.Owner}. */
  private static String name(List<Object> path) {
    StringBuilder name = new StringBuilder();
    for (Object step : path) {
      if (step instanceof Integer place) {
        name.append('[').append(place).append(']');
      } else {
        name.append(name.isEmpty() ? "" : ".").append(step);
      }
    }
    return name.toString();
  }

  /** The library's message without its own idea of a place, and without a full stop. */
  private static String plain(String message) {
    int end = message.indexOf(": ");
    String plain = message.startsWith(PREFIX) && end > 0 ? message.substring(end + 2) : message;
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }
}

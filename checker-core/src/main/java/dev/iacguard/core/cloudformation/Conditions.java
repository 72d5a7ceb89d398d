package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Limits;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Scalars;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evaluates the conditions of one template, as far as its parameters decide them. */
final class Conditions {
  private final Scope scope;
  private final Map<String, Condition> known = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, ValueMarks> valueMarks = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  Conditions(Scope scope) {
    this.scope = scope;
  }

  /**
   * The condition of that name; open ones keep the name.
   *
   * @param use where it is named
   */
  Condition named(String written, Span use) {
    String name = declared(written);
    Condition before = known.get(name);
    if (before != null) {
      return before;
    }
    Node definition = scope.template().section("Conditions").get(name);
    Condition condition;
    if (definition == null) {
      scope.diagnostics().condition(name, use);
      condition = new Condition.Flag(scope.qualified(name));
    } else if (!underWay.add(name)) {
      scope.diagnostics().ring(name, use);
      condition = new Condition.Flag(scope.qualified(name));
    } else {
      Condition inner = bounded(definition, name);
      underWay.remove(name);
      // The environment says more to a reader than the name of a condition.
      boolean plain = ConditionTruth.isDecided(inner) || SamSettings.decides(inner);
      condition = plain ? inner : named(scope.qualified(name), inner);
    }
    known.put(name, condition);
    return condition;
  }

  /** A plain {@code On} is a boolean where a condition is named, and a text where it is a key. */
  private String declared(String name) {
    Node.Mapping all = scope.template().section("Conditions");
    boolean mayBePlain = name.equals("true") || name.equals("false");
    if (mayBePlain && all.entry(name) == null) {
      for (Node.Entry entry : all.entries()) {
        if (Scalars.plain(entry.key(), entry.keySpan()).text().equals(name)) {
          return entry.key();
        }
      }
    }
    return name;
  }

  /** What sticks to the answer to the condition of that name. */
  ValueMarks valueMarks(String written) {
    String name = declared(written);
    ValueMarks before = valueMarks.putIfAbsent(name, ValueMarks.NONE);
    if (before != null) {
      return before;
    }
    Node definition = scope.template().section("Conditions").get(name);
    ValueMarks found = definition == null ? ValueMarks.NONE : worth(definition);
    valueMarks.put(name, found);
    return found;
  }

  /** What sticks to the answer to a condition that a resource names, or that a transform made. */
  ValueMarks valueMarks(Node written) {
    return written instanceof Node.Scalar name ? valueMarks(name.text()) : worth(written);
  }

  private ValueMarks worth(Node node) {
    Call call = Call.of(node);
    if (call == null) {
      return scope.evaluate(node).origin().valueMarks();
    }
    return switch (call.name()) {
      case "Condition" -> call.text() == null ? ValueMarks.NONE : valueMarks(call.text());
      case "Fn::Not", "Fn::And", "Fn::Or", "Fn::Equals" -> {
        ValueMarks all = ValueMarks.NONE;
        for (Node argument : call.list()) {
          all = all.and(worth(argument));
        }
        yield all;
      }
      default -> scope.evaluate(node).origin().valueMarks();
    };
  }

  private Condition bounded(Node definition, String name) {
    if (!scope.evaluationBudget().enter()) {
      scope.diagnostics().limit(definition.span(), scope.evaluationBudget().exceeded());
      return new Condition.Flag(scope.qualified(name));
    }
    try {
      return of(definition);
    } finally {
      scope.evaluationBudget().leave();
    }
  }

  private Condition named(String name, Condition definition) {
    int size = size(definition);
    sizes.put(name, size);
    return size > Limits.CONDITION_PARTS
        ? new Condition.Flag(name)
        : new Condition.Named(name, definition);
  }

  /** What is written where a condition is wanted. */
  Condition of(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return switch (scalar.text()) {
        case "true" -> ConditionTruth.TRUE;
        case "false" -> ConditionTruth.FALSE;
        default -> new Condition.Flag(scope.qualified(scalar.text()));
      };
    }
    Call call = Call.of(node);
    if (call == null) {
      return new Condition.Flag(scope.qualified("a condition in line " + node.span().line()));
    }
    List<Node> arguments = call.list();
    return switch (call.name()) {
      case "Condition" ->
          call.text() == null ? misshapen(call) : named(call.text(), call.argument().span());
      case "Fn::Not" ->
          arguments.size() == 1 ? ConditionTruth.not(of(arguments.get(0))) : misshapen(call);
      case "Fn::And" -> arguments.isEmpty() ? misshapen(call) : ConditionTruth.and(all(arguments));
      case "Fn::Or" -> arguments.isEmpty() ? misshapen(call) : ConditionTruth.or(all(arguments));
      case "Fn::Equals" ->
          arguments.size() == 2
              ? Equality.of(scope.evaluate(arguments.get(0)), scope.evaluate(arguments.get(1)))
              : misshapen(call);
      default -> flag(call);
    };
  }

  private Condition misshapen(Call call) {
    scope.diagnostics().shape(call);
    return flag(call);
  }

  private Condition flag(Call call) {
    return new Condition.Flag(scope.qualified(call.name() + " in line " + call.span().line()));
  }

  private List<Condition> all(List<Node> nodes) {
    List<Condition> parts = new ArrayList<>();
    nodes.forEach(node -> parts.add(of(node)));
    return parts;
  }

  /** How many questions a condition asks when all names are spelled out. */
  private int size(Condition condition) {
    return switch (condition) {
      case Condition.Flag flag -> 1;
      case Condition.Equals equals -> 1;
      case Condition.Named named -> sizes.getOrDefault(named.name(), 1);
      case Condition.Not not -> size(not.inner());
      case Condition.AllOf all -> sum(all.parts());
      case Condition.AnyOf any -> sum(any.parts());
    };
  }

  private int sum(List<Condition> parts) {
    int sum = 0;
    for (Condition part : parts) {
      sum += Math.min(size(part), Limits.CONDITION_PARTS + 1);
    }
    return Math.min(sum, Limits.CONDITION_PARTS + 1);
  }
}

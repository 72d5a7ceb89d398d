package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions of one template, decided as far as its parameters are. */
final class Conditions {
  private static final Condition TRUE = new Condition.AllOf(List.of());
  private static final Condition FALSE = new Condition.AnyOf(List.of());

  private final Scope scope;
  private final Map<String, Condition> known = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  Conditions(Scope scope) {
    this.scope = scope;
  }

  static boolean isTrue(Condition condition) {
    return condition.equals(TRUE);
  }

  static boolean isFalse(Condition condition) {
    return condition.equals(FALSE);
  }

  /** The condition of that name; open ones keep the name. */
  Condition named(String name) {
    Condition before = known.get(name);
    if (before != null) {
      return before;
    }
    Node definition = scope.template().section("Conditions").get(name);
    Condition made;
    if (definition == null || !underWay.add(name)) {
      made = new Condition.Flag(scope.qualified(name));
    } else {
      Condition inner = bounded(definition, name);
      underWay.remove(name);
      made = isTrue(inner) || isFalse(inner) ? inner : named(scope.qualified(name), inner);
    }
    known.put(name, made);
    return made;
  }

  private Condition bounded(Node definition, String name) {
    if (!scope.effort().enter()) {
      return new Condition.Flag(scope.qualified(name));
    }
    try {
      return of(definition);
    } finally {
      scope.effort().leave();
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
        case "true" -> TRUE;
        case "false" -> FALSE;
        default -> new Condition.Flag(scope.qualified(scalar.text()));
      };
    }
    Call call = Call.of(node);
    if (call == null) {
      return new Condition.Flag(scope.qualified("a condition in line " + node.span().line()));
    }
    List<Node> arguments = call.list();
    return switch (call.name()) {
      case "Condition" -> call.text() == null ? flag(call) : named(call.text());
      case "Fn::Not" -> arguments.size() == 1 ? not(of(arguments.get(0))) : flag(call);
      case "Fn::And" -> arguments.isEmpty() ? flag(call) : and(all(arguments));
      case "Fn::Or" -> arguments.isEmpty() ? flag(call) : or(all(arguments));
      case "Fn::Equals" ->
          arguments.size() == 2
              ? equal(scope.evaluate(arguments.get(0)), scope.evaluate(arguments.get(1)))
              : flag(call);
      default -> flag(call);
    };
  }

  private Condition flag(Call call) {
    return new Condition.Flag(scope.qualified(call.name() + " in line " + call.span().line()));
  }

  private List<Condition> all(List<Node> nodes) {
    List<Condition> parts = new ArrayList<>();
    nodes.forEach(node -> parts.add(of(node)));
    return parts;
  }

  private static Condition equal(Value one, Value other) {
    if (one instanceof Value.Choice choice) {
      Condition closed = equalInSet(choice, other);
      Condition then = equal(choice.then(), other);
      return closed != null
          ? closed
          : or(
              List.of(
                  and(List.of(choice.condition(), then)),
                  and(List.of(not(choice.condition()), equal(choice.otherwise(), other)))));
    }
    if (other instanceof Value.Choice) {
      return equal(other, one);
    }
    String left = Choices.scalar(one);
    String right = Choices.scalar(other);
    if (left != null && right != null) {
      return left.equals(right) ? TRUE : FALSE;
    }
    String leftName = name(one);
    String rightName = name(other);
    if (leftName != null && right != null) {
      return new Condition.Equals(leftName, right, List.of());
    }
    if (rightName != null && left != null) {
      return new Condition.Equals(rightName, left, List.of());
    }
    if (leftName != null && leftName.equals(rightName)) {
      return TRUE;
    }
    return new Condition.Flag(words(one) + " = " + words(other));
  }

  /** A choice over all values of one input: for which of them the two are equal. */
  private static @Nullable Condition equalInSet(Value.Choice choice, Value other) {
    if (!(choice.condition() instanceof Condition.Equals first) || first.allowed().isEmpty()) {
      return null;
    }
    List<String> left = new ArrayList<>(first.allowed());
    List<Condition> parts = new ArrayList<>();
    int certain = 0;
    Value rest = choice;
    while (rest instanceof Value.Choice next
        && next.condition() instanceof Condition.Equals equals
        && equals.subject().equals(first.subject())
        && left.remove(equals.value())) {
      Condition same = equal(next.then(), other);
      certain += isTrue(same) ? 1 : 0;
      parts.add(and(List.of(equals, same)));
      rest = next.otherwise();
    }
    if (left.size() != 1) {
      return null;
    }
    Condition last = new Condition.Equals(first.subject(), left.get(0), first.allowed());
    Condition same = equal(rest, other);
    certain += isTrue(same) ? 1 : 0;
    parts.add(and(List.of(last, same)));
    return certain == first.allowed().size() ? TRUE : or(parts);
  }

  /** What an unknown value is called throughout the stack. */
  private static @Nullable String name(Value value) {
    return value instanceof Value.Unknown unknown
            && unknown.references().size() == 1
            && unknown.references().get(0) instanceof Reference.Named named
        ? named.name()
        : null;
  }

  private static String words(Value value) {
    String known = Choices.scalar(value);
    if (known != null) {
      return '"' + known + '"';
    }
    return value instanceof Value.Unknown unknown
        ? unknown.what()
        : "the value in line " + value.origin().at().line();
  }

  static Condition not(Condition condition) {
    if (isTrue(condition)) {
      return FALSE;
    }
    if (isFalse(condition)) {
      return TRUE;
    }
    return condition instanceof Condition.Not not ? not.inner() : new Condition.Not(condition);
  }

  static Condition and(List<Condition> parts) {
    List<Condition> open = new ArrayList<>();
    for (Condition part : parts) {
      if (isFalse(part)) {
        return FALSE;
      }
      if (!isTrue(part) && !open.contains(part)) {
        open.add(part);
      }
    }
    return open.size() == 1 ? open.get(0) : open.isEmpty() ? TRUE : new Condition.AllOf(open);
  }

  static Condition or(List<Condition> parts) {
    List<Condition> open = new ArrayList<>();
    for (Condition part : parts) {
      if (isTrue(part)) {
        return TRUE;
      }
      if (!isFalse(part) && !open.contains(part)) {
        open.add(part);
      }
    }
    return open.size() == 1 ? open.get(0) : open.isEmpty() ? FALSE : new Condition.AnyOf(open);
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

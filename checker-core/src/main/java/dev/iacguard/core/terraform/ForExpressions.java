package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates {@code [for …]} and {@code {for …}}. Where it is open whether an element is included,
 * the result is a choice between the lists with and without it, as long as there are few such
 * questions.
 */
final class ForExpressions {
  /** With more open conditions than this, the result is a list that may have more elements. */
  private static final int MOST_OPEN = 5;

  private final Expression.For loop;
  private final boolean open;
  private final Origin origin;
  private final List<Turn> turns = new ArrayList<>();

  /**
   * An element that is or may be included.
   *
   * @param question whether it is included, in words that no other element has; null for none
   * @param key null in a list, and where it is not known
   */
  private record Turn(
      Value condition, @Nullable String question, @Nullable String key, Value value) {}

  private ForExpressions(Expression.For loop, boolean open, Origin origin) {
    this.loop = loop;
    this.open = open;
    this.origin = origin;
  }

  static Value evaluate(Expression.For loop, Scope scope) {
    Value collection = Evaluator.evaluate(loop.collection(), scope);
    return ChoiceLifting.map(collection, decided -> over(loop, decided, scope));
  }

  private static Value over(Expression.For loop, Value collection, Scope scope) {
    Origin origin = Derived.marked(scope.origin(loop), List.of(collection));
    List<Iteration> iterations = Iteration.of(collection);
    if (iterations == null) {
      return collection instanceof Value.Unknown && !Derived.isError(collection)
          ? Derived.unknown(Source.text(loop, scope), origin, List.of(collection))
          : Conversions.invalid(origin, "a loop over a value that is not a list or map");
    }
    return new ForExpressions(loop, Iteration.isOpen(collection), origin).over(iterations, scope);
  }

  private Value over(List<Iteration> iterations, Scope scope) {
    for (Iteration iteration : iterations) {
      if (scope.module().evaluationBudget().isUsedUp()) {
        return Evaluator.unknown(Cause.LIMIT, loop, scope);
      }
      Scope inner = iteration.bind(scope, loop.keyName(), loop.valueName());
      Value condition = condition(inner);
      if (isRefused(condition)) {
        return Conversions.invalid(origin, "a condition that is neither true nor false");
      }
      if (Boolean.FALSE.equals(Conversions.knownBool(condition))) {
        continue;
      }
      String key = null;
      if (loop.key() != null) {
        Value name = Conversions.toText(Evaluator.evaluate(loop.key(), inner));
        if (isRefused(name)) {
          return Conversions.invalid(origin, "a key that cannot be one");
        }
        key = Conversions.knownText(name);
      }
      String question = question(condition, iteration, scope);
      turns.add(new Turn(condition, question, key, Evaluator.evaluate(loop.value(), inner)));
    }
    return Weight.isTooMuch(
            turns.stream().map(Turn::value).toList(), scope.module().evaluationBudget())
        ? Evaluator.tooMuch(loop, scope)
        : choose();
  }

  /** What the loop's condition says of the element; true when there is none. */
  private Value condition(Scope scope) {
    return loop.condition() == null
        ? new Value.Bool(true, origin)
        : Conversions.toBool(Evaluator.evaluate(loop.condition(), scope));
  }

  private @Nullable String question(Value condition, Iteration iteration, Scope scope) {
    String element = Conversions.knownText(iteration.key());
    return loop.condition() == null || element == null || condition instanceof Value.Bool
        ? null
        : Source.text(loop.condition(), scope) + " for \"" + element + '"';
  }

  private static boolean isRefused(Value value) {
    return value instanceof Value.Null || Derived.isError(value);
  }

  private Value choose() {
    List<Value> conditions = new ArrayList<>(turns.size());
    turns.forEach(turn -> conditions.add(asChoice(turn.condition(), turn, true)));
    if (asked(conditions) <= MOST_OPEN) {
      return ChoiceLifting.map(conditions, this::gather);
    }
    // Without the questions about single elements there are fewer.
    List<Value> named =
        turns.stream().map(turn -> asChoice(turn.condition(), turn, false)).toList();
    return asked(named) > MOST_OPEN ? gather(named) : ChoiceLifting.map(named, this::gather);
  }

  private static int asked(List<Value> conditions) {
    Set<Condition> asked = new HashSet<>();
    conditions.forEach(condition -> addAsked(condition, asked));
    return asked.size();
  }

  private static void addAsked(Value condition, Set<Condition> asked) {
    if (condition instanceof Value.Choice choice) {
      asked.add(choice.condition());
      addAsked(choice.then(), asked);
      addAsked(choice.otherwise(), asked);
    }
  }

  private Value asChoice(Value condition, Turn turn, boolean single) {
    return switch (condition) {
      case Value.Choice choice when single ->
          ChoiceLifting.map(choice, arm -> asChoice(arm, turn, true));
      case Value.Unknown unknown when isNamed(unknown) -> choice(unknown.what());
      case Value.Unknown unknown
          when single && turn.question() != null && !Derived.isError(unknown) ->
          choice(turn.question());
      default -> condition;
    };
  }

  private Value choice(String question) {
    return new Value.Choice(
        new Condition.Flag(question),
        new Value.Bool(true, origin),
        new Value.Bool(false, origin),
        origin);
  }

  /** False for what is computed from the element: that has the same name in every turn. */
  private static boolean isNamed(Value.Unknown unknown) {
    return unknown.references().size() == 1
        && unknown.references().get(0).toString().equals(unknown.what());
  }

  /** An element whose condition is not decided may be one more. */
  private Value gather(List<Value> conditions) {
    return loop.key() == null ? tuple(conditions) : object(conditions);
  }

  private Value tuple(List<Value> conditions) {
    List<Value> elements = new ArrayList<>();
    boolean more = open;
    for (int i = 0; i < turns.size(); i++) {
      Boolean included = Conversions.knownBool(conditions.get(i));
      if (included == null) {
        more = true;
      } else if (included) {
        elements.add(turns.get(i).value());
      }
    }
    return new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(elements), more, origin);
  }

  private Value object(List<Value> conditions) {
    Map<String, List<Value>> found = new TreeMap<>();
    boolean more = open;
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      Boolean included = Conversions.knownBool(conditions.get(i));
      if (Boolean.FALSE.equals(included)) {
        continue;
      }
      if (included == null || turn.key() == null) {
        more = true;
        continue;
      }
      List<Value> group = found.computeIfAbsent(turn.key(), key -> new ArrayList<>());
      group.add(turn.value());
      if (!loop.grouping() && group.size() > 1) {
        return Conversions.invalid(origin, "two elements for the key \"" + turn.key() + "\"");
      }
    }
    Map<String, Value> entries = new TreeMap<>();
    found.forEach((key, group) -> entries.put(key, loop.grouping() ? list(group) : group.get(0)));
    return new Value.Mapping(false, entries, more, origin);
  }

  private Value list(List<Value> group) {
    return new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(group), false, origin);
  }
}

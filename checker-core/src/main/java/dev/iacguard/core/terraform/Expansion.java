package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Expands {@code count} and {@code for_each} into instances. */
final class Expansion {
  private final Map<String, Repetition> found = new LinkedHashMap<>();

  private Expansion() {}

  static boolean isRepeated(LayeredBody body) {
    return body.attribute("count") != null || body.attribute("for_each") != null;
  }

  /** True when OpenTofu's {@code lifecycle.enabled} says whether there is an instance. */
  static boolean isSwitched(LayeredBody body) {
    return Lifecycle.argument(body, "enabled") != null;
  }

  /** The instances in the order of Terraform; where it cannot be determined, one that may exist. */
  static List<Repetition> of(LayeredBody body, ModuleInstance module) {
    LayeredBody.Located count = body.attribute("count");
    LayeredBody.Located each = body.attribute("for_each");
    LayeredBody.Located by = count != null ? count : each;
    LayeredBody.Located enabled = by == null ? Lifecycle.argument(body, "enabled") : null;
    if (by == null && enabled == null) {
      return List.of(Repetition.SINGLE);
    }
    LayeredBody.Located decides = by == null ? Objects.requireNonNull(enabled) : by;
    Scope scope = Scope.of(module, decides.file(), Repetition.SINGLE);
    Value value = Evaluator.evaluate(decides.expression(), scope);
    String written = Source.text(decides.expression(), scope);
    Expansion expansion = new Expansion();
    if (by == null) {
      expansion.switchOn(value, List.of(), written);
    } else {
      expansion.expand(value, List.of(), count != null, written, module);
    }
    ValueMarks valueMarks = value.origin().valueMarks();
    if (expansion.found.isEmpty()) {
      module.stack().switchedOffBy(valueMarks.defaults());
    }
    return expansion.found.values().stream().map(made -> made.marked(valueMarks)).toList();
  }

  private void expand(
      Value value, List<Condition> when, boolean counted, String written, ModuleInstance module) {
    switch (value) {
      case Value.Choice choice -> {
        expand(choice.then(), and(when, choice.condition()), counted, written, module);
        expand(
            choice.otherwise(),
            and(when, new Condition.Not(choice.condition())),
            counted,
            written,
            module);
      }
      case Value.Sequence sequence when !counted && isTooMany(sequence.elements().size()) ->
          giveUp(value, String.valueOf(sequence.elements().size()), when, false, written, module);
      case Value.Mapping mapping when !counted && isTooMany(mapping.entries().size()) ->
          giveUp(value, String.valueOf(mapping.entries().size()), when, false, written, module);
      case Value.Sequence sequence when !counted -> {
        for (Value element : sequence.elements()) {
          addEach(element, element, when, written);
        }
        if (sequence.open()) {
          addUncertain(value, when, false, written);
        }
      }
      case Value.Mapping mapping when !counted -> {
        mapping
            .entries()
            .forEach(
                (key, element) ->
                    addEach(Value.Text.of(key, element.origin()), element, when, written));
        if (mapping.open()) {
          addUncertain(value, when, false, written);
        }
      }
      default -> {
        BigInteger number = counted ? Numbers.whole(value) : null;
        if (counted && isWrong(value)) {
          // Terraform refuses it, so there is no instance; under a condition it may never come up.
          if (when.isEmpty()) {
            module.fault(value.origin().at(), "count must be a whole number of at least 0");
          }
        } else if (number == null) {
          addUncertain(value, when, counted, written);
        } else if (number.compareTo(BigInteger.valueOf(EvaluationBudget.MAX_INSTANCES)) > 0) {
          giveUp(value, number.toString(), when, true, written, module);
        } else {
          for (int i = 0; i < number.intValue(); i++) {
            Value index = new Value.Numeric(BigDecimal.valueOf(i), value.origin());
            add(Repetition.counted(index, "[" + i + "]", when));
          }
        }
      }
    }
  }

  /** A number that nothing can be counted by. */
  private static boolean isWrong(Value value) {
    BigDecimal number = Numbers.of(value);
    return number != null && (number.signum() < 0 || Numbers.whole(value) == null);
  }

  private void switchOn(Value enabled, List<Condition> when, String written) {
    if (enabled instanceof Value.Choice choice) {
      switchOn(choice.then(), and(when, choice.condition()), written);
      switchOn(choice.otherwise(), and(when, new Condition.Not(choice.condition())), written);
      return;
    }
    Boolean known = Conversions.knownBool(enabled);
    if (known == null) {
      add(
          new Repetition(
              "", null, null, null, and(when, new Condition.Flag(written)), ValueMarks.NONE));
    } else if (known) {
      add(new Repetition("", null, null, null, when, ValueMarks.NONE));
    }
  }

  private static boolean isTooMany(int number) {
    return number > EvaluationBudget.MAX_INSTANCES;
  }

  private void giveUp(
      Value value,
      String number,
      List<Condition> when,
      boolean counted,
      String written,
      ModuleInstance module) {
    module.limit(
        value.origin().at(),
        number
            + " instances of one block; at most "
            + EvaluationBudget.MAX_INSTANCES
            + " are looked at");
    addUncertain(value, when, counted, written);
  }

  private void addEach(Value key, Value element, List<Condition> when, String written) {
    String text = Conversions.knownText(key);
    if (text == null) {
      addUncertain(element, when, false, written);
    } else {
      add(Repetition.each("[\"" + text + "\"]", Value.Text.of(text, key.origin()), element, when));
    }
  }

  private void addUncertain(Value value, List<Condition> when, boolean counted, String written) {
    Origin origin = value.origin();
    List<Condition> exists =
        and(when, new Condition.Flag((counted ? written : "length(" + written + ")") + " > 0"));
    if (counted) {
      add(Repetition.counted(named(value, "count.index", origin), "", exists));
    } else {
      add(
          Repetition.each(
              "", named(value, "each.key", origin), named(value, "each.value", origin), exists));
    }
  }

  private static Value named(Value value, String name, Origin origin) {
    Value.Unknown unknown = Derived.unknownIn(value);
    return Value.Unknown.of(unknown == null ? Cause.NOT_EVALUATED : unknown.cause(), name, origin);
  }

  /** An instance that both arms of a choice make is there either way. */
  private void add(Repetition repetition) {
    Repetition before = found.get(repetition.key());
    if (before == null) {
      found.put(repetition.key(), repetition);
      return;
    }
    Condition when = onlyDifference(before.exists(), repetition.exists());
    if (when != null) {
      List<Condition> common = before.exists().subList(0, before.exists().size() - 1);
      found.put(
          repetition.key(),
          new Repetition(
              repetition.key(),
              before.index(),
              before.eachKey(),
              either(when, before.eachValue(), repetition.eachValue()),
              List.copyOf(common),
              before.valueMarks()));
    }
  }

  private static @Nullable Value either(
      Condition when, @Nullable Value then, @Nullable Value otherwise) {
    return then == null || otherwise == null
        ? then
        : ChoiceLifting.choice(when, then, otherwise, then.origin());
  }

  /**
   * The condition in which two lists differ, when they differ in the last one only and that one is
   * turned round.
   */
  private static @Nullable Condition onlyDifference(List<Condition> first, List<Condition> second) {
    int size = first.size();
    if (size == 0
        || second.size() != size
        || !first.subList(0, size - 1).equals(second.subList(0, size - 1))) {
      return null;
    }
    Condition last = first.get(size - 1);
    return second.get(size - 1).equals(new Condition.Not(last)) ? last : null;
  }

  private static List<Condition> and(List<Condition> conditions, Condition more) {
    List<Condition> all = new ArrayList<>(conditions);
    all.add(more);
    return List.copyOf(all);
  }
}

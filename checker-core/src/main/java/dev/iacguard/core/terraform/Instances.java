package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Conversions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds the value of a repeated block from its instances: a list for {@code count}, an object for
 * {@code for_each}.
 */
final class Instances {
  private Instances() {}

  static <I> Value collection(
      List<I> instances,
      Function<I, Repetition> repetition,
      Function<I, Value> value,
      Origin origin) {
    List<List<Condition>> conditions =
        instances.stream().map(one -> repetition.apply(one).exists()).distinct().toList();
    if (conditions.size() == 1 && !conditions.get(0).isEmpty()) {
      // All of them or none.
      return new Value.Choice(
          all(conditions.get(0)),
          gather(instances, repetition, value, false, origin),
          new Value.Sequence(Value.Sequence.Kind.TUPLE, List.of(), false, origin),
          origin);
    }
    List<I> sure =
        instances.stream().filter(one -> repetition.apply(one).exists().isEmpty()).toList();
    return gather(sure, repetition, value, sure.size() < instances.size(), origin);
  }

  static Condition all(List<Condition> conditions) {
    return conditions.size() == 1 ? conditions.get(0) : new Condition.AllOf(conditions);
  }

  private static <I> Value gather(
      List<I> instances,
      Function<I, Repetition> repetition,
      Function<I, Value> value,
      boolean open,
      Origin origin) {
    boolean keyed = instances.stream().anyMatch(one -> repetition.apply(one).eachKey() != null);
    boolean more =
        open || instances.stream().anyMatch(one -> repetition.apply(one).key().isEmpty());
    if (keyed) {
      Map<String, Value> entries = new TreeMap<>();
      for (I instance : instances) {
        String key =
            Conversions.knownText(Objects.requireNonNull(repetition.apply(instance).eachKey()));
        if (key != null) {
          entries.put(key, value.apply(instance));
        }
      }
      return new Value.Mapping(false, entries, more, origin);
    }
    List<Value> elements = new ArrayList<>(instances.size());
    instances.forEach(instance -> elements.add(value.apply(instance)));
    return new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(elements), more, origin);
  }

  /** How a key is written in addresses, or null when it is not known. */
  static @Nullable String key(Value key) {
    if (key instanceof Value.Numeric number) {
      return "[" + Numbers.text(number.value()) + "]";
    }
    String text = Conversions.knownText(key);
    return text == null ? null : "[\"" + text + "\"]";
  }
}

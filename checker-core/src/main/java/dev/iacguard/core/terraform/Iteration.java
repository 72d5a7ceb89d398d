package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One iteration of a loop over a collection: index or name, and element. */
record Iteration(Value key, Value value) {

  /** The turns in Terraform's order, or null when the value is no known collection. */
  static @Nullable List<Iteration> of(Value collection) {
    return switch (collection) {
      case Value.Sequence sequence -> ofElements(sequence);
      case Value.Mapping mapping -> {
        List<Iteration> turns = new ArrayList<>(mapping.entries().size());
        for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
          turns.add(
              new Iteration(
                  Value.Text.of(entry.getKey(), entry.getValue().origin()), entry.getValue()));
        }
        yield turns;
      }
      default -> null;
    };
  }

  private static List<Iteration> ofElements(Value.Sequence sequence) {
    List<Iteration> turns = new ArrayList<>(sequence.elements().size());
    int index = 0;
    for (Value element : sequence.elements()) {
      // A set has no indexes: its elements are their own keys.
      Value key =
          sequence.kind() == Value.Sequence.Kind.SET
              ? element
              : new Value.Numeric(BigDecimal.valueOf(index), element.origin());
      turns.add(new Iteration(key, element));
      index++;
    }
    return turns;
  }

  /** True when there may be more turns than are known. */
  static boolean isOpen(Value collection) {
    return switch (collection) {
      case Value.Sequence sequence -> sequence.open();
      case Value.Mapping mapping -> mapping.open();
      default -> false;
    };
  }

  Scope bind(Scope scope, @Nullable String keyName, String valueName) {
    Scope bound = keyName == null ? scope : scope.bind(keyName, key);
    return bound.bind(valueName, value);
  }
}

package dev.iacguard.core.plan;

import dev.iacguard.core.json.JsonValues;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins values of resources with the mirrors beside them. */
final class Values {
  /** A placeholder for what is known only after apply, until its source is found. */
  static final Value.Unknown LATER = Value.Unknown.of(Cause.PLANNED, "a value", JsonValues.NOWHERE);

  /** The same for a secret. */
  static final Value.Unknown LATER_SECRET = LATER.withOrigin(JsonValues.NOWHERE.asSensitive());

  private Values() {}

  static boolean isLater(@Nullable Value value) {
    return LATER.equals(value) || LATER_SECRET.equals(value);
  }

  private static Value.Sequence list(List<Value> elements, Origin origin) {
    return new Value.Sequence(Value.Sequence.Kind.LIST, List.copyOf(elements), false, origin);
  }

  /** With what the mirror says is not known yet; the value may lack it or be null there. */
  static Value withUnknown(Value value, Mask unknown) {
    if (unknown.whole()) {
      return LATER;
    }
    if (!unknown.elements().isEmpty()) {
      List<Value> known = value instanceof Value.Sequence list ? list.elements() : List.of();
      List<Value> elements = new ArrayList<>(known);
      for (int i = 0; i < unknown.elements().size(); i++) {
        Mask mask = unknown.elements().get(i);
        if (i == elements.size()) {
          elements.add(mask == null ? new Value.Null(value.origin()) : LATER);
        } else if (mask != null) {
          elements.set(i, withUnknown(elements.get(i), mask));
        }
      }
      return list(elements, value.origin());
    }
    Map<String, Value> entries =
        value instanceof Value.Mapping map
            ? new LinkedHashMap<>(map.entries())
            : new LinkedHashMap<>();
    unknown
        .entries()
        .forEach(
            (name, mask) -> {
              Value before = entries.get(name);
              entries.put(
                  name,
                  withUnknown(before == null ? new Value.Null(value.origin()) : before, mask));
            });
    return new Value.Mapping(false, entries, false, value.origin());
  }

  /** With what the mirror says is a secret marked as one, and all inside it. */
  static Value withSecrets(Value value, Mask secret) {
    return switch (value) {
      case Value later when isLater(later) -> secret.whole() ? LATER_SECRET : later;
      case Value.Mapping map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries()
            .forEach(
                (name, entry) -> {
                  Mask inside = secret.whole() ? secret : secret.entries().get(name);
                  entries.put(name, inside == null ? entry : withSecrets(entry, inside));
                });
        yield new Value.Mapping(false, entries, false, marked(map.origin(), secret));
      }
      case Value.Sequence list -> {
        List<Value> elements = new ArrayList<>();
        for (int i = 0; i < list.elements().size(); i++) {
          Mask inside =
              secret.whole()
                  ? secret
                  : i < secret.elements().size() ? secret.elements().get(i) : null;
          Value element = list.elements().get(i);
          elements.add(inside == null ? element : withSecrets(element, inside));
        }
        yield list(elements, list.origin()).withOrigin(marked(list.origin(), secret));
      }
      default -> value.withOrigin(marked(value.origin(), secret));
    };
  }

  private static Origin marked(Origin origin, Mask secret) {
    return secret.whole() ? origin.asSensitive() : origin;
  }
}

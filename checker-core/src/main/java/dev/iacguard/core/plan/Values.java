package dev.iacguard.core.plan;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Builds values from JSON and the mirrors beside it. Those of resources have no place: it is that
 * of their resource, and equal texts are one.
 */
final class Values {
  /** The origin of what is in a resource. */
  static final Origin NOWHERE = Origin.at(new SourceFile("", "").all());

  static final Value.Null NOTHING = new Value.Null(NOWHERE);
  private static final Value TRUE = new Value.Bool(true, NOWHERE);
  private static final Value FALSE = new Value.Bool(false, NOWHERE);

  /** A placeholder for what is known only after apply, until its source is found. */
  static final Value.Unknown LATER = Value.Unknown.of(Cause.PLANNED, "a value", NOWHERE);

  /** The same for a secret. */
  static final Value.Unknown LATER_SECRET = LATER.withOrigin(NOWHERE.asSensitive());

  private Values() {}

  static boolean isLater(@Nullable Value value) {
    return LATER.equals(value) || LATER_SECRET.equals(value);
  }

  /** Reads the current value, which is in a resource. */
  static Value read(JsonCursor json) {
    return switch (json.token()) {
      case VALUE_STRING -> json.textValue();
      case VALUE_TRUE -> TRUE;
      case VALUE_FALSE -> FALSE;
      case VALUE_NULL -> NOTHING;
      case VALUE_NUMBER_INT -> json.pool().same(read(json, NOWHERE, Values::read));
      case JsonToken other -> read(json, NOWHERE, Values::read);
    };
  }

  /** Reads the current value. */
  static Value read(JsonCursor json, Origin origin) {
    return read(json, origin, inside -> read(inside, origin));
  }

  private static Value read(JsonCursor json, Origin origin, Function<JsonCursor, Value> inside) {
    return switch (json.token()) {
      case START_OBJECT -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        json.collect("a value", entries, name -> inside.apply(json));
        yield new Value.Mapping(false, entries.isEmpty() ? Map.of() : entries, false, origin);
      }
      case START_ARRAY -> {
        List<Value> elements = new ArrayList<>();
        json.elements("a value", () -> elements.add(inside.apply(json)));
        yield list(elements, origin);
      }
      case VALUE_STRING -> Value.Text.of(json.text(), origin);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        var number = Numbers.parse(json.text());
        yield number == null
            ? Value.Unknown.of(Cause.LIMIT, "a number", origin)
            : new Value.Numeric(number, origin);
      }
      case VALUE_TRUE -> new Value.Bool(true, origin);
      case VALUE_FALSE -> new Value.Bool(false, origin);
      case JsonToken other -> new Value.Null(origin);
    };
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

package dev.iacguard.core.json;

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
import tools.jackson.core.JsonToken;

/**
 * Builds values from JSON. Those of resources have no place: it is that of their resource, and
 * equal texts are one.
 */
public final class JsonValues {
  /** The origin of what is in a resource. */
  public static final Origin NOWHERE = Origin.at(new SourceFile("", "").all());

  public static final Value.Null NOTHING = new Value.Null(NOWHERE);
  private static final Value TRUE = new Value.Bool(true, NOWHERE);
  private static final Value FALSE = new Value.Bool(false, NOWHERE);

  private JsonValues() {}

  /** Reads the current value, which is in a resource. */
  public static Value read(JsonCursor json) {
    return switch (json.token()) {
      case VALUE_STRING -> json.textValue();
      case VALUE_TRUE -> TRUE;
      case VALUE_FALSE -> FALSE;
      case VALUE_NULL -> NOTHING;
      case VALUE_NUMBER_INT -> json.pool().same(read(json, NOWHERE, JsonValues::read));
      case JsonToken other -> read(json, NOWHERE, JsonValues::read);
    };
  }

  /** Reads the current value. */
  public static Value read(JsonCursor json, Origin origin) {
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
        yield new Value.Sequence(Value.Sequence.Kind.LIST, List.copyOf(elements), false, origin);
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
}

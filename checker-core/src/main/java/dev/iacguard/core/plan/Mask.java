package dev.iacguard.core.plan;

import dev.iacguard.core.json.JsonCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Marks which pieces of a value have a property: the mirror that Terraform writes beside a value.
 *
 * @param whole true of all of it
 * @param entries of a map, only those with something true inside
 * @param elements of a list, null where nothing is
 */
record Mask(boolean whole, Map<String, Mask> entries, List<@Nullable Mask> elements) {
  static final Mask WHOLE = new Mask(true, Map.of(), List.of());

  /** Reads the current value; null when nothing is true in it. */
  static @Nullable Mask read(JsonCursor json) {
    return switch (json.token()) {
      case VALUE_TRUE -> WHOLE;
      case START_OBJECT -> {
        Map<String, Mask> entries = new HashMap<>();
        json.members(
            "a mirror of unknown or sensitive values",
            name -> {
              Mask inside = read(json);
              if (inside != null) {
                entries.put(name, inside);
              }
            });
        yield entries.isEmpty() ? null : new Mask(false, entries, List.of());
      }
      case START_ARRAY -> {
        List<@Nullable Mask> elements = new ArrayList<>();
        json.elements("a mirror", () -> elements.add(read(json)));
        yield elements.stream().allMatch(element -> element == null)
            ? null
            : new Mask(false, Map.of(), elements);
      }
      case JsonToken other -> null;
    };
  }
}

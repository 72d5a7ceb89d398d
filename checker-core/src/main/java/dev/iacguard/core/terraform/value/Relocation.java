package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives a value and all of its pieces one origin: for values parsed from a text that is not a file.
 */
public final class Relocation {
  private Relocation() {}

  public static Value moved(Value value, Origin origin) {
    return switch (value) {
      case Value.Sequence list -> {
        List<Value> elements =
            list.elements().stream().map(element -> moved(element, origin)).toList();
        yield new Value.Sequence(list.kind(), elements, list.open(), origin);
      }
      case Value.Mapping map -> {
        Map<String, Value> entries = new TreeMap<>();
        map.entries().forEach((key, entry) -> entries.put(key, moved(entry, origin)));
        yield new Value.Mapping(map.typed(), entries, map.open(), origin);
      }
      default -> value.withOrigin(origin);
    };
  }
}

package dev.iacguard.core.deployed;

import dev.iacguard.core.model.Attributes;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The attributes of a resource in an export, all at the place where the resource stands. */
final class ExportedAttributes implements Attributes {
  private static final String REGION = "region";

  private final Map<String, Value> exported;
  private final Origin origin;
  private final ExportPlace place;
  private final Map<String, Value> placed = new HashMap<>(4);

  ExportedAttributes(Map<String, Value> exported, Span at, ExportPlace place) {
    this.exported = exported;
    this.origin = Origin.at(at);
    this.place = place;
  }

  @Override
  public Set<String> names() {
    return exported.keySet();
  }

  @Override
  public Value get(String name) {
    Value cached = placed.get(name);
    if (cached == null) {
      Value value = exported.get(name);
      cached = value == null ? missing(name) : placed(value);
      placed.put(name, cached);
    }
    return cached;
  }

  private Value missing(String name) {
    return name.equals(REGION) && !place.region().isEmpty()
        ? Value.Text.of(place.region(), origin)
        : new Value.Null(origin);
  }

  private Value placed(Value value) {
    return switch (value) {
      case Value.Mapping map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> entries.put(key, placed(entry)));
        yield new Value.Mapping(map.typed(), entries, map.open(), origin);
      }
      case Value.Sequence list ->
          new Value.Sequence(
              list.kind(),
              list.elements().stream().map(this::placed).toList(),
              list.open(),
              origin);
      default -> value.withOrigin(origin);
    };
  }

  @Override
  public ProviderConfiguration provider() {
    Set<String> accounts = place.account().isEmpty() ? Set.of() : Set.of(place.account());
    return new ProviderConfiguration("", "", accounts);
  }
}

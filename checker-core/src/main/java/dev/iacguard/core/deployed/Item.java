package dev.iacguard.core.deployed;

import dev.iacguard.core.json.JsonValues;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of an export. The AWS CLI writes the names of some services with a capital and those of
 * others without, AWS Config writes most without; {@code StageName} finds both.
 */
record Item(Value.Mapping object) {

  static Item of(@Nullable Value value) {
    return new Item(
        value instanceof Value.Mapping mapping
            ? mapping
            : new Value.Mapping(false, Map.of(), false, JsonValues.NOWHERE));
  }

  /**
   * Null when it has no such member, or null there.
   *
   * @param name with a capital
   */
  @Nullable Value get(String name) {
    Value exact = object.get(name);
    Value found = exact == null ? object.get(small(name)) : exact;
    return found instanceof Value.Null ? null : found;
  }

  boolean has(String name) {
    return get(name) != null;
  }

  /** A string; empty when it has none of that name. */
  String text(String name) {
    return get(name) instanceof Value.Text text && text.known() != null ? text.known() : "";
  }

  /** An object; without members when it has none of that name. */
  Item item(String name) {
    return of(get(name));
  }

  /** The elements of a list; empty when it has none of that name. */
  List<Value> list(String name) {
    return get(name) instanceof Value.Sequence list ? list.elements() : List.of();
  }

  /** Adds members that are there, under their own names, with a capital all the way inwards. */
  void copy(Map<String, Value> into, String... names) {
    for (String name : names) {
      Value value = get(name);
      if (value != null) {
        into.put(name, capitalized(value));
      }
    }
  }

  private static Value capitalized(Value value) {
    return switch (value) {
      case Value.Mapping map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries().forEach((name, entry) -> entries.put(capital(name), capitalized(entry)));
        yield new Value.Mapping(false, entries, map.open(), map.origin());
      }
      case Value.Sequence list -> list(list.elements().stream().map(Item::capitalized).toList());
      default -> value;
    };
  }

  static Value.Sequence list(List<Value> elements) {
    return new Value.Sequence(
        Value.Sequence.Kind.LIST, List.copyOf(elements), false, JsonValues.NOWHERE);
  }

  static Value.Text textOf(String text) {
    return Value.Text.of(text, JsonValues.NOWHERE);
  }

  static Value.Mapping object(Map<String, Value> entries) {
    return new Value.Mapping(false, entries, false, JsonValues.NOWHERE);
  }

  /** Tags as a list of {@code Key} and {@code Value}, from that shape or an object. */
  static Value.Sequence tagPairs(Value tags) {
    List<Value> pairs = new ArrayList<>();
    tagMap(tags)
        .forEach(
            (key, value) -> {
              Map<String, Value> pair = new LinkedHashMap<>();
              pair.put("Key", textOf(key));
              pair.put("Value", value);
              pairs.add(object(pair));
            });
    return list(pairs);
  }

  /** Tags by key, from an object or a list of keys and values. */
  static Map<String, Value> tagMap(Value tags) {
    Map<String, Value> map = new LinkedHashMap<>();
    switch (tags) {
      case Value.Mapping object -> map.putAll(object.entries());
      case Value.Sequence list ->
          list.elements()
              .forEach(
                  element -> {
                    Item pair = of(element);
                    Value value = pair.get("Value");
                    map.put(pair.text("Key"), value == null ? textOf("") : value);
                  });
      default -> {}
    }
    return map;
  }

  private static String small(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static String capital(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}

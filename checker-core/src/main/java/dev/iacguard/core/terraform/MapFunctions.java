package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Functions on maps and objects. */
final class MapFunctions {
  private MapFunctions() {}

  /** Later maps win. An unknown map leaves what the others say, and that there may be more. */
  static Value merge(FunctionCall call) {
    Map<String, Value> entries = new TreeMap<>();
    boolean open = false;
    boolean typed = true;
    for (Value argument : call.arguments()) {
      switch (argument) {
        case Value.Mapping map -> {
          entries.putAll(map.entries());
          open |= map.open();
          typed &= map.typed();
        }
        case Value.Null none -> {}
        case Value.Unknown unknown -> {
          // It may replace what came before it.
          entries.replaceAll(
              (key, value) ->
                  Derived.unknown(unknown.what() + "." + key, value.origin(), List.of(unknown)));
          open = true;
        }
        default -> {
          return call.invalid("arguments must be maps");
        }
      }
    }
    return call.mapping(typed, entries, open);
  }

  static Value keys(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Mapping map)) {
      return call.unknown();
    }
    List<Value> keys = new ArrayList<>();
    map.entries().keySet().forEach(key -> keys.add(call.text(key)));
    return call.sequence(kindOf(map), keys, map.open());
  }

  static Value values(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Mapping map)) {
      return call.unknown();
    }
    return call.sequence(kindOf(map), List.copyOf(map.entries().values()), map.open());
  }

  private static Value.Sequence.Kind kindOf(Value.Mapping map) {
    return map.typed() ? Value.Sequence.Kind.LIST : Value.Sequence.Kind.TUPLE;
  }

  static Value lookup(FunctionCall call) {
    String key = call.count() < 2 ? null : Conversions.knownText(call.argument(1));
    if (!(call.argument(0) instanceof Value.Mapping map) || key == null) {
      return call.unknown();
    }
    Value found = map.get(key);
    if (found != null) {
      return found;
    }
    if (map.open()) {
      return call.unknown();
    }
    return call.count() > 2 ? call.argument(2) : call.invalid("there is no \"" + key + "\"");
  }

  static Value zip(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence keys)
        || !(call.argument(1) instanceof Value.Sequence values)
        || keys.open()
        || values.open()) {
      return call.unknown();
    }
    if (keys.elements().size() != values.elements().size()) {
      return call.invalid("as many keys as values are needed");
    }
    Map<String, Value> entries = new TreeMap<>();
    boolean open = false;
    for (int i = 0; i < keys.elements().size(); i++) {
      String key = Conversions.knownText(keys.elements().get(i));
      if (key == null) {
        open = true;
      } else {
        entries.put(key, values.elements().get(i));
      }
    }
    return call.mapping(values.kind() == Value.Sequence.Kind.LIST, entries, open);
  }
}

package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.OpenKeys;
import dev.iacguard.core.terraform.value.TypeConstraint;
import dev.iacguard.core.terraform.value.TypeConversion;
import dev.iacguard.core.terraform.value.Types;
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
    List<Value> maps = new ArrayList<>();
    boolean open = false;
    boolean typed = true;
    for (Value argument : call.arguments()) {
      switch (argument) {
        case Value.Mapping map -> {
          if (map.open()) {
            uncertainty(call, entries, map);
          }
          entries.putAll(map.entries());
          open |= map.open();
          typed &= map.typed();
          maps.add(map);
        }
        case Value.Null none -> {}
        case Value.Unknown unknown -> {
          uncertainty(call, entries, unknown);
          open = true;
        }
        default -> {
          return call.invalid("arguments must be maps");
        }
      }
      if (entries.size() > EvaluationBudget.MAX_ELEMENTS) {
        return call.tooManyElements();
      }
    }
    return call.mapping(typed && !maps.isEmpty() && Types.each(maps).size() == 1, entries, open);
  }

  /** What is not known of a later map may replace what came before it. */
  private static void uncertainty(FunctionCall call, Map<String, Value> entries, Value later) {
    String name = later instanceof Value.Unknown unknown ? unknown.what() : call.written();
    entries.replaceAll(
        (key, value) -> Derived.unknown(name + "." + key, value.origin(), List.of(later)));
  }

  static Value keys(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Mapping map)) {
      return noMap(call);
    }
    List<Value> keys = new ArrayList<>();
    map.entries().keySet().forEach(key -> keys.add(call.text(key)));
    return call.sequence(kindOf(map), keys, map.open());
  }

  static Value values(FunctionCall call) {
    return call.argument(0) instanceof Value.Mapping map
        ? call.sequence(kindOf(map), List.copyOf(map.entries().values()), map.open())
        : noMap(call);
  }

  private static Value noMap(FunctionCall call) {
    return call.argument(0) instanceof Value.Unknown
        ? call.unknown()
        : call.invalid("a map is needed");
  }

  private static Value.Sequence.Kind kindOf(Value.Mapping map) {
    return map.typed() ? Value.Sequence.Kind.LIST : Value.Sequence.Kind.TUPLE;
  }

  static Value lookup(FunctionCall call) {
    if (call.count() > 3) {
      return call.invalid("takes two or three arguments");
    }
    if (!(call.argument(0) instanceof Value.Mapping map)) {
      return noMap(call);
    }
    String key = call.known(1);
    Value found = key == null ? null : map.get(key);
    if (found != null) {
      return found;
    }
    if (key == null || map.open()) {
      Value fallback = call.count() < 3 ? null : call.argument(2);
      Value entry = OpenKeys.choose(map, call.argument(1), fallback, call.origin());
      return entry == null ? call.unknown() : entry;
    }
    if (call.count() < 3) {
      return call.invalid("there is no \"" + key + "\"");
    }
    return map.typed() && Types.of(map) instanceof TypeConstraint.Entries type
        ? TypeConversion.plain(call.argument(2), type.element())
        : call.argument(2);
  }

  static Value zip(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence keys)
        || !(call.argument(1) instanceof Value.Sequence values)
        || values.kind() == Value.Sequence.Kind.SET) {
      return call.invalid("lists are needed");
    }
    if (keys.open() || values.open()) {
      return call.unknown();
    }
    if (keys.elements().size() != values.elements().size()) {
      return call.invalid("as many keys as values are needed");
    }
    Map<String, Value> entries = new TreeMap<>();
    boolean open = false;
    for (int i = 0; i < keys.elements().size(); i++) {
      Value name = keys.elements().get(i);
      String key = Conversions.knownText(name);
      if (name instanceof Value.Null) {
        return call.invalid("a key is null");
      }
      if (key == null) {
        uncertainty(call, entries, name);
        open = true;
      } else {
        entries.put(key, values.elements().get(i));
      }
    }
    return call.mapping(values.kind() == Value.Sequence.Kind.LIST, entries, open);
  }

  static Value transpose(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Mapping map) || !Derived.isWhollyKnown(map)) {
      return call.unknown();
    }
    Map<String, List<Value>> turned = new TreeMap<>();
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      if (!(entry.getValue() instanceof Value.Sequence list)) {
        return call.invalid("lists are needed");
      }
      for (Value element : list.elements()) {
        String key = Conversions.knownText(element);
        if (key == null) {
          return call.invalid("null in a list");
        }
        turned.computeIfAbsent(key, name -> new ArrayList<>()).add(call.text(entry.getKey()));
      }
    }
    Map<String, Value> entries = new TreeMap<>();
    turned.forEach(
        (key, names) -> entries.put(key, call.sequence(Value.Sequence.Kind.LIST, names, false)));
    return call.mapping(true, entries, false);
  }
}

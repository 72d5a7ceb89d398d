package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings values to one type: where text stands among numbers and booleans, all become text. */
final class Unification {
  private Unification() {}

  static List<Value> elements(List<Value> values) {
    return isMixed(values) ? values.stream().map(Conversions::toText).toList() : values;
  }

  static Map<String, Value> entries(Map<String, Value> values) {
    if (!isMixed(values.values())) {
      return values;
    }
    Map<String, Value> converted = new TreeMap<>();
    values.forEach((key, value) -> converted.put(key, Conversions.toText(value)));
    return converted;
  }

  private static boolean isMixed(Collection<Value> values) {
    boolean text = false;
    boolean number = false;
    boolean bool = false;
    for (Value value : values) {
      switch (value) {
        case Value.Text t -> text = true;
        case Value.Numeric n -> number = true;
        case Value.Bool b -> bool = true;
        default -> {}
      }
    }
    return (text && (number || bool)) || (number && bool);
  }
}

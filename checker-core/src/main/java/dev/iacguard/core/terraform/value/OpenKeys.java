package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up a map by a key that is an input without a value: the result is one of its entries. */
public final class OpenKeys {
  /** A map of more entries than this is not spread out. */
  private static final int MOST = 16;

  private OpenKeys() {}

  /**
   * A choice by the input's value.
   *
   * @param fallback what there is for any other key, or null when there has to be an entry
   * @return null when the entries cannot be distinguished by the key
   */
  public static @Nullable Value choose(
      Value.Mapping map, Value key, @Nullable Value fallback, Origin origin) {
    if (!(key instanceof Value.Unknown input)
        || map.open()
        || map.entries().isEmpty()
        || map.entries().size() > MOST
        || !isInput(input)) {
      return null;
    }
    List<Map.Entry<String, Value>> entries = new ArrayList<>(map.entries().entrySet());
    int last = entries.size() - 1;
    Value chosen = fallback != null ? fallback : entries.get(last).getValue();
    for (int i = fallback != null ? last : last - 1; i >= 0; i--) {
      Condition is = new Condition.Equals(input.what(), entries.get(i).getKey(), List.of());
      chosen = ChoiceLifting.choice(is, entries.get(i).getValue(), chosen, origin);
    }
    return chosen;
  }

  /** True when the key is the same wherever it is named. */
  private static boolean isInput(Value.Unknown key) {
    return key.references().size() == 1
        && key.references().get(0) instanceof Reference.Named named
        && named.name().equals(key.what());
  }
}

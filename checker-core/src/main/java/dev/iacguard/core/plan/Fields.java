package dev.iacguard.core.plan;

import dev.iacguard.core.model.Pool;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an instance as JSON fields. Those of one type mostly have the same names, which
 * are kept once.
 */
final class Fields {
  private final List<String> names;
  private final Value[] values;

  private Fields(List<String> names, Value[] values) {
    this.names = names;
    this.values = values;
  }

  static Fields of(Map<String, Value> attributes, Pool pool) {
    return new Fields(
        pool.same(List.copyOf(attributes.keySet())), attributes.values().toArray(Value[]::new));
  }

  List<String> names() {
    return names;
  }

  /** Null when there is none of that name. */
  @Nullable Value get(String name) {
    int at = names.indexOf(name);
    return at < 0 ? null : values[at];
  }
}

package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Evaluates named values once each and detects cycles. */
final class Memo {
  private final Map<String, Value> known = new HashMap<>();
  private final Set<String> running = new HashSet<>();

  /** The value of that name, or null when it is being evaluated just now: a cycle. */
  @Nullable Value get(String name, Supplier<Value> work) {
    Value before = known.get(name);
    if (before != null) {
      return before;
    }
    if (!running.add(name)) {
      return null;
    }
    try {
      Value value = work.get();
      known.put(name, value);
      return value;
    } finally {
      running.remove(name);
    }
  }
}

package dev.iacguard.rules.view.format;

import dev.iacguard.core.model.Value;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The formats of a run. Stages are many and formats few, so that each is read once; stacks that are
 * judged at the same time share them.
 */
public final class Formats {
  private static final int MOST_KEPT = 256;

  private final Map<String, FormatReading> read = new ConcurrentHashMap<>();

  FormatReading of(Value.Text text) {
    String known = text.known();
    FormatReading kept = known == null ? null : read.get(known);
    if (kept != null) {
      return kept;
    }
    FormatReading reading = FormatReading.of(text);
    if (known != null && read.size() < MOST_KEPT) {
      read.put(known, reading);
    }
    return reading;
  }
}

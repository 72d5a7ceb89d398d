package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.LogLine;
import dev.iacguard.core.rule.report.StackFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts how many stages have each format. */
final class FormatCounts {
  private final Map<Map<String, String>, Integer> uses = new HashMap<>();
  private final Map<Map<String, String>, LogLine> lines = new HashMap<>();
  private final Set<Map<String, String>> wrong = new HashSet<>();
  private final boolean words;
  private int total;

  /**
   * @param words whether lines that are not JSON can be repeated
   */
  FormatCounts(boolean words) {
    this.words = words;
  }

  void add(StackFacts.Format format) {
    total++;
    uses.merge(format.members(), 1, Integer::sum);
    LogLine line = format.line();
    if (line == null || !(words || line.words().isEmpty())) {
      wrong.add(format.members());
    } else {
      lines.putIfAbsent(format.members(), line);
    }
  }

  int total() {
    return total;
  }

  /** The one that more than half of the stages have; null when there is none to repeat. */
  @Nullable LogLine majority() {
    return line(total / 2 + 1);
  }

  /** The one that more stages have than any other; null when there is none to repeat. */
  @Nullable LogLine mostFrequent() {
    return line(1);
  }

  private @Nullable LogLine line(int least) {
    int most = uses.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Map<String, String> found = null;
    for (Map.Entry<Map<String, String>, Integer> use : uses.entrySet()) {
      if (use.getValue() == most) {
        if (found != null || most < least) {
          return null;
        }
        found = use.getKey();
      }
    }
    return found == null || wrong.contains(found) ? null : lines.get(found);
  }
}

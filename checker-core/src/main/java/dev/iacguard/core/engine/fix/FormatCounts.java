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
  /** As in IG401: fewer stages have no format in common. */
  private static final int FEWEST = 3;

  private final Map<Map<String, String>, Integer> uses = new HashMap<>();
  private final Map<Map<String, String>, LogLine> lines = new HashMap<>();
  private final Set<Map<String, String>> wrong = new HashSet<>();
  private int total;

  void add(StackFacts.Format format) {
    total++;
    uses.merge(format.members(), 1, Integer::sum);
    LogLine line = format.line();
    if (line == null) {
      wrong.add(format.members());
    } else {
      lines.putIfAbsent(format.members(), line);
    }
  }

  /**
   * The one that more than half of some stages have; null when there is none to repeat.
   *
   * @param stages how many there are, with and without a format
   */
  @Nullable LogLine usualAmong(int stages) {
    int most = uses.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return most > stages / 2 ? usual() : null;
  }

  /**
   * The one that more stages have than any other; null when there is none, or none to repeat. A
   * line of words has to be that of most stages, the new one among them: metric filters and queries
   * can name the members of a JSON object.
   */
  @Nullable LogLine usual() {
    int most = uses.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    @Nullable LogLine found = null;
    for (Map.Entry<Map<String, String>, Integer> use : uses.entrySet()) {
      if (use.getValue() == most) {
        if (found != null || wrong.contains(use.getKey())) {
          return null;
        }
        found = lines.get(use.getKey());
      }
    }
    int then = total + 1;
    boolean common = then >= FEWEST && most > then / 2;
    return found == null || found.words().isEmpty() || common ? found : null;
  }
}

package dev.iacguard.core.engine.fix;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the log lines that new stages follow: of each kind of API the one that more stages of the
 * tree have than any other, if it can be repeated.
 */
final class UsualLines {
  private UsualLines() {}

  /**
   * @return variables by name, by kind of API
   */
  static Map<String, Map<String, String>> of(CheckResult result) {
    Map<String, Map<Map<String, String>, Integer>> uses = new HashMap<>();
    Map<String, Map<Map<String, String>, Boolean>> repeatable = new HashMap<>();
    for (StackReport report : result.apart()) {
      for (StackFacts.Format format : report.facts().formats()) {
        uses.computeIfAbsent(format.api(), api -> new LinkedHashMap<>())
            .merge(format.members(), 1, Integer::sum);
        repeatable
            .computeIfAbsent(format.api(), api -> new HashMap<>())
            .merge(format.members(), format.repeatable(), Boolean::logicalAnd);
      }
    }
    Map<String, Map<String, String>> usual = new HashMap<>();
    uses.forEach(
        (api, lines) -> {
          int most = lines.values().stream().mapToInt(Integer::intValue).max().orElse(0);
          Map<Map<String, String>, Boolean> can = repeatable.getOrDefault(api, Map.of());
          lines.entrySet().removeIf(line -> line.getValue() < most);
          lines.keySet().stream()
              .filter(line -> lines.size() == 1 && can.getOrDefault(line, false))
              .forEach(line -> usual.put(api, line));
        });
    return usual;
  }
}

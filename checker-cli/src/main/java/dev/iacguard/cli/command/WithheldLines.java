package dev.iacguard.cli.command;

import dev.iacguard.core.engine.fix.Withheld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says why findings were not fixed; of many with one reason, the first and how many more. */
final class WithheldLines {
  private static final int SHOWN = 3;

  private WithheldLines() {}

  static List<String> of(List<Withheld> withheld) {
    Map<String, Set<String>> byReason = new LinkedHashMap<>();
    for (Withheld each : withheld) {
      byReason
          .computeIfAbsent(each.reason(), any -> new LinkedHashSet<>())
          .add(FixCommand.shown(each.finding()));
    }
    List<String> lines = new ArrayList<>();
    byReason.forEach((reason, findings) -> add(findings, ": " + reason, lines));
    return lines;
  }

  private static void add(Set<String> findings, String reason, List<String> lines) {
    // A line that says "1 more" would be as long as the one that it stands for.
    int shown = findings.size() == SHOWN + 1 ? SHOWN + 1 : SHOWN;
    findings.stream().limit(shown).forEach(each -> lines.add("not fixed: " + each + reason));
    if (findings.size() > shown) {
      lines.add("not fixed: " + (findings.size() - shown) + " more for the same reason" + reason);
    }
  }
}

package dev.iacguard.cli.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much a group of stages logs, as the reports estimate it.
 *
 * @param stages of which the bytes are known
 * @param median bytes per request
 * @param monthlyCost in US dollars; null when it is known of none
 */
public record LogUse(int stages, long median, @Nullable Double monthlyCost) {

  /** By team, sorted; those without a stage whose log is known are left out. */
  public static Map<String, LogUse> byTeam(List<MergedStage> stages) {
    Map<String, List<MergedStage>> teams = new TreeMap<>();
    for (MergedStage stage : stages) {
      if (stage.bytes() != null) {
        teams.computeIfAbsent(stage.team(), team -> new ArrayList<>()).add(stage);
      }
    }
    Map<String, LogUse> uses = new TreeMap<>();
    teams.forEach((team, own) -> uses.put(team, of(own)));
    return uses;
  }

  private static LogUse of(List<MergedStage> stages) {
    List<Long> bytes = new ArrayList<>();
    @Nullable Double cost = null;
    for (MergedStage stage : stages) {
      if (stage.bytes() != null) {
        bytes.add(stage.bytes());
      }
      if (stage.monthlyCost() != null) {
        cost = (cost == null ? 0 : cost) + stage.monthlyCost();
      }
    }
    bytes.sort(null);
    return new LogUse(
        stages.size(),
        bytes.get((bytes.size() - 1) / 2),
        cost == null ? null : Math.round(cost * 100) / 100.0);
  }
}

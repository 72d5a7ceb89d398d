package dev.iacguard.cli.merge;

import dev.iacguard.cli.merge.Development.DetectTimes;
import dev.iacguard.cli.merge.Development.FixTimes;
import dev.iacguard.cli.merge.Development.Missing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the figures of a history. */
final class Developments {
  private Developments() {}

  static Development of(HistoryState state, LocalDate today) {
    Map<String, List<Long>> fixed = new TreeMap<>();
    List<Long> allFixed = new ArrayList<>();
    for (HistoryState.Fixed finding : state.fixed) {
      fixed.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding.days());
      allFixed.add(finding.days());
    }
    Map<String, List<Long>> open = new TreeMap<>();
    List<Long> allOpen = new ArrayList<>();
    for (HistoryState.Open finding : state.open.values()) {
      long age = today.toEpochDay() - finding.since().toEpochDay();
      open.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(age);
      allOpen.add(age);
    }
    TreeSet<String> rules = new TreeSet<>(fixed.keySet());
    rules.addAll(open.keySet());
    Map<String, FixTimes> times = new TreeMap<>();
    for (String rule : rules) {
      times.put(
          rule, times(fixed.getOrDefault(rule, List.of()), open.getOrDefault(rule, List.of())));
    }
    List<Missing> missing = new ArrayList<>();
    state.repositories.forEach(
        (repository, since) -> {
          if (!since.equals(LocalDate.MAX)) {
            missing.add(new Missing(repository, since));
          }
        });
    return new Development(
        List.copyOf(state.points),
        times,
        times(allFixed, allOpen),
        new DetectTimes(state.detected.size(), mean(state.detected), median(state.detected)),
        List.copyOf(missing));
  }

  private static FixTimes times(List<Long> fixed, List<Long> open) {
    @Nullable Long oldest = open.stream().max(Long::compare).orElse(null);
    return new FixTimes(fixed.size(), mean(fixed), median(fixed), open.size(), oldest);
  }

  /** In tenths; null for none. */
  private static @Nullable Double mean(List<Long> days) {
    double mean = days.stream().mapToLong(Long::longValue).average().orElse(0);
    return days.isEmpty() ? null : Math.round(10 * mean) / 10.0;
  }

  private static @Nullable Long median(List<Long> days) {
    return days.isEmpty() ? null : days.stream().sorted().toList().get((days.size() - 1) / 2);
  }
}

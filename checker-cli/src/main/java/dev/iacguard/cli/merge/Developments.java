package dev.iacguard.cli.merge;

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
        List.copyOf(state.points), times, times(allFixed, allOpen), List.copyOf(missing));
  }

  private static FixTimes times(List<Long> fixed, List<Long> open) {
    List<Long> sorted = fixed.stream().sorted().toList();
    @Nullable Long oldest = open.stream().max(Long::compare).orElse(null);
    return new FixTimes(
        sorted.size(),
        sorted.isEmpty()
            ? null
            : Math.round(10 * sorted.stream().mapToLong(Long::longValue).average().orElse(0))
                / 10.0,
        sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2),
        open.size(),
        oldest);
  }
}

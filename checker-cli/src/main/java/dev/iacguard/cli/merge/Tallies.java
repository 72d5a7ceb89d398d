package dev.iacguard.cli.merge;

import dev.iacguard.cli.report.Compliance;
import dev.iacguard.cli.report.Tally;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts stages by result. */
final class Tallies {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  private Tallies() {}

  static Tally of(List<MergedStage> stages) {
    Map<Compliance, Integer> counts = new EnumMap<>(Compliance.class);
    stages.forEach(stage -> counts.merge(stage.compliance(), 1, Integer::sum));
    return new Tally(
        stages.size(),
        counts.getOrDefault(Compliance.COMPLIANT, 0),
        counts.getOrDefault(Compliance.FAILING, 0),
        counts.getOrDefault(Compliance.CONDITIONAL, 0),
        counts.getOrDefault(Compliance.UNKNOWN, 0));
  }

  /** Those of each group, sorted by its name. */
  static Map<String, Tally> by(Function<MergedStage, String> group, List<MergedStage> stages) {
    return stages.stream()
        .collect(
            Collectors.groupingBy(
                group,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Tallies::of)));
  }

  static Tally sum(Tally one, Tally other) {
    return new Tally(
        one.stages() + other.stages(),
        one.compliant() + other.compliant(),
        one.failing() + other.failing(),
        one.conditional() + other.conditional(),
        one.unknown() + other.unknown());
  }
}

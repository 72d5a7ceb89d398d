package dev.iacguard.cli.merge;

import dev.iacguard.cli.report.Tally;
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
    return Tally.counting(stages.stream().map(MergedStage::compliance));
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
        sum(one.stages(), other.stages()),
        sum(one.compliant(), other.compliant()),
        sum(one.failing(), other.failing()),
        sum(one.conditional(), other.conditional()),
        sum(one.unknown(), other.unknown()));
  }

  /** At most the largest number: a report may say anything. */
  private static int sum(int one, int other) {
    return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
  }
}

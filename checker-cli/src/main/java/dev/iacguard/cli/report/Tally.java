package dev.iacguard.cli.report;

import dev.iacguard.core.rule.report.StageFacts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts the stages of each kind. A conditional stage is not compliant. */
public record Tally(int stages, int compliant, int failing, int conditional, int unknown) {

  public static Tally of(List<StageFacts> stages) {
    return counting(stages.stream().map(Compliance::of));
  }

  /** Counts what the stages come to. */
  public static Tally counting(Stream<Compliance> stages) {
    Map<Compliance, Integer> counts = new EnumMap<>(Compliance.class);
    stages.forEach(stage -> counts.merge(stage, 1, Integer::sum));
    return new Tally(
        counts.values().stream().mapToInt(Integer::intValue).sum(),
        counts.getOrDefault(Compliance.COMPLIANT, 0),
        counts.getOrDefault(Compliance.FAILING, 0),
        counts.getOrDefault(Compliance.CONDITIONAL, 0),
        counts.getOrDefault(Compliance.UNKNOWN, 0));
  }

  public int nonCompliant() {
    return failing + conditional;
  }

  /** The part of the stages that is known to be compliant, from 0 to 1; 1 when there is none. */
  public double adherence() {
    return stages == 0 ? 1 : (double) compliant / stages;
  }

  /** As members of an object. */
  public void write(Json json) {
    json.number("stages", stages)
        .number("compliant", compliant)
        .number("nonCompliant", nonCompliant())
        .number("unknown", unknown)
        .number("adherence", adherence());
  }

  /** As an object with one for each group. */
  public static void write(String name, Map<String, Tally> tallies, Json json) {
    json.object(name, groups -> tallies.forEach((group, of) -> groups.object(group, of::write)));
  }
}

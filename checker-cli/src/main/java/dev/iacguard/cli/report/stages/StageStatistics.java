package dev.iacguard.cli.report.stages;

import dev.iacguard.cli.report.Compliance;
import dev.iacguard.cli.report.Tally;
import dev.iacguard.core.rule.report.StageFacts;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statistics of all stages together. */
public final class StageStatistics {
  private static final int TITLE_COLUMNS = 12;

  private StageStatistics() {}

  /**
   * How often each word is true.
   *
   * @param counts the most frequent first
   */
  public record Figure(String title, Map<String, Integer> counts) {

    String inWords() {
      return counts.entrySet().stream()
          .map(count -> count.getKey() + " " + count.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  public static List<Figure> of(List<StageFacts> stages) {
    return List.of(
        figure("Access log", stages, stage -> List.of(stage.accessLog().status())),
        figure("Retention", stages, StageStatistics::retention),
        figure("Failing", stages, stage -> Compliance.FAILING.rules(stage)),
        figure("Unknown", stages, stage -> Compliance.UNKNOWN.rules(stage)));
  }

  /**
   * @param more lines that follow
   */
  static void write(List<StageFacts> stages, List<String> more, Writer out) throws IOException {
    if (stages.isEmpty()) {
      return;
    }
    out.write(
        "Adherence   "
            + percent(Tally.of(stages))
            + " % of the stages are known to be compliant\n");
    for (Figure figure : of(stages)) {
      if (!figure.counts.isEmpty()) {
        String gap = " ".repeat(TITLE_COLUMNS - figure.title.length());
        out.write(figure.title + gap + figure.inWords() + "\n");
      }
    }
    for (String line : more) {
      out.write(line + "\n");
    }
    out.write("\n");
  }

  /** Rounded down: a hundred means all of them. */
  public static long percent(Tally tally) {
    return Math.round(Math.floor(tally.adherence() * 100));
  }

  private static List<String> retention(StageFacts stage) {
    if (stage.logGroup() != null) {
      return List.of(stage.logGroup().retention());
    }
    StageFacts.Destination destination = stage.accessLog().destination();
    boolean unknown =
        destination == null
            ? stage.accessLog().status().equals("unknown")
            : destination.kind().equals("unknown");
    return List.of(unknown ? "unknown" : "no log group");
  }

  private static Figure figure(
      String title, List<StageFacts> stages, Function<StageFacts, List<String>> words) {
    Map<String, Integer> counts = new TreeMap<>();
    for (StageFacts stage : stages) {
      for (String word : words.apply(stage)) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort((one, other) -> Integer.compare(other.getValue(), one.getValue()));
    Map<String, Integer> frequent = new LinkedHashMap<>();
    sorted.forEach(count -> frequent.put(count.getKey(), count.getValue()));
    return new Figure(title, frequent);
  }
}

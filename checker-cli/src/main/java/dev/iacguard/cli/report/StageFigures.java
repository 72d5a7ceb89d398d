package dev.iacguard.cli.report;

import dev.iacguard.core.rule.StageFacts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The key figures of all stages together. */
final class StageFigures {
  private StageFigures() {}

  /**
   * @param more lines that follow
   */
  static void write(List<StageFacts> stages, List<String> more, Writer out) throws IOException {
    if (stages.isEmpty()) {
      return;
    }
    Tally tally = Tally.of(stages);
    long percent = Math.round(Math.floor(tally.adherence() * 100));
    out.write("Adherence   " + percent + " % of the stages are known to be compliant\n");
    write("Access log", counts(stages, stage -> List.of(stage.accessLog().status())), out);
    write("Retention", counts(stages, StageFigures::retention), out);
    write("Failing", counts(stages, stage -> Compliance.FAILING.rules(stage)), out);
    write("Unknown", counts(stages, stage -> Compliance.UNKNOWN.rules(stage)), out);
    for (String line : more) {
      out.write(line + "\n");
    }
    out.write("\n");
  }

  private static List<String> retention(StageFacts stage) {
    return stage.logGroup() == null
        ? List.of("no log group")
        : List.of(stage.logGroup().retention());
  }

  private static Map<String, Integer> counts(
      List<StageFacts> stages, Function<StageFacts, List<String>> words) {
    Map<String, Integer> counts = new TreeMap<>();
    for (StageFacts stage : stages) {
      for (String word : words.apply(stage)) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Most frequent first. */
  private static void write(String title, Map<String, Integer> counts, Writer out)
      throws IOException {
    if (counts.isEmpty()) {
      return;
    }
    StringBuilder line = new StringBuilder(title).repeat(' ', 12 - title.length());
    counts.entrySet().stream()
        .sorted((one, other) -> Integer.compare(other.getValue(), one.getValue()))
        .forEach(
            count ->
                line.append(line.length() == 12 ? "" : ", ")
                    .append(count.getKey())
                    .append(' ')
                    .append(count.getValue()));
    out.write(line.append('\n').toString());
  }
}

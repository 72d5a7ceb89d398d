package dev.iacguard.cli.report.stages;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.Review;
import dev.iacguard.cli.report.StageRow;
import dev.iacguard.cli.report.Summary;
import dev.iacguard.core.engine.suppression.SuppressionResult;
import dev.iacguard.core.rule.report.PortfolioStatistics;
import dev.iacguard.core.rule.report.PortfolioStatistics.Adherence;
import dev.iacguard.core.rule.report.PortfolioStatistics.FormatUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the statistics in words, a line each. */
final class StatisticsLines {
  private static final int MOST_SHOWN = 6;

  private StatisticsLines() {}

  /** Without line ends; what is the same for all stages has no line. */
  public static List<String> of(PortfolioStatistics figures) {
    List<String> lines = new ArrayList<>();
    if (figures.environments().size() > 1) {
      lines.add("By stage    " + shown(environments(figures.environments())) + " compliant");
    }
    if (!figures.formats().isEmpty()) {
      lines.add("Formats     " + shown(formats(figures.formats())));
    }
    PortfolioStatistics.Bytes bytes = figures.bytes();
    if (bytes != null) {
      String range =
          bytes.least() == bytes.most() ? "" : " (" + bytes.least() + " to " + bytes.most() + ")";
      lines.add("Log line    about " + bytes.median() + " bytes" + range);
    }
    PortfolioStatistics.Cost cost = figures.cost();
    if (cost != null) {
      lines.add(
          "Log cost    about $"
              + cost.ingestion()
              + " a month to ingest "
              + cost.gigabytes()
              + " GB and $"
              + cost.storage()
              + " to keep it ("
              + cost.prices()
              + ")");
    }
    return lines;
  }

  /** How many exceptions are in force, how old they are and how long they last; empty for none. */
  public static List<String> exceptions(Review review) {
    if (review.exceptions().isEmpty()) {
      return List.of();
    }
    LocalDate oldest = null;
    LocalDate next = null;
    for (SuppressionResult.Applied applied : review.exceptions()) {
      LocalDate since = applied.suppression().since();
      LocalDate until = applied.suppression().until();
      oldest = oldest == null || (since != null && since.isBefore(oldest)) ? since : oldest;
      next = next == null || (until != null && until.isBefore(next)) ? until : next;
    }
    long today = review.today().toEpochDay();
    return List.of(
        "Exceptions  "
            + review.exceptions().size()
            + (oldest == null
                ? ""
                : ", the oldest " + Summary.count(today - oldest.toEpochDay(), "day") + " old")
            + (next == null
                ? ""
                : ", the next ends in " + Summary.count(next.toEpochDay() - today, "day")));
  }

  private static List<String> environments(Map<String, Adherence> environments) {
    List<String> words = new ArrayList<>();
    environments.forEach(
        (name, of) ->
            words.add(
                (name.isEmpty() ? "unnamed" : Printable.line(name))
                    + ' '
                    + of.compliant()
                    + " of "
                    + of.stages()));
    return words;
  }

  /** How many different formats there are of each kind, and how many stages have them. */
  private static List<String> formats(List<FormatUse> uses) {
    Map<String, int[]> counts = new TreeMap<>();
    for (FormatUse use : uses) {
      int[] count =
          counts.computeIfAbsent(StageRow.api(use.api()) + ' ' + use.kind(), kind -> new int[2]);
      count[0]++;
      count[1] += use.stages();
    }
    List<String> words = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            words.add(count[0] + " " + kind + " in " + Summary.count(count[1], "stage")));
    return words;
  }

  private static String shown(List<String> words) {
    int more = words.size() - MOST_SHOWN;
    return String.join(", ", words.subList(0, Math.min(words.size(), MOST_SHOWN)))
        + (more > 0 ? " and " + more + " more" : "");
  }
}

package dev.iacguard.cli.report.merge;

import dev.iacguard.cli.merge.Development;
import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.merge.ReportStatus;
import dev.iacguard.cli.merge.ReportStatus.Status;
import dev.iacguard.cli.report.Summary;
import dev.iacguard.cli.report.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the reports for people say, in words and in the order in which they say it. */
public final class MergeWords {
  private static final int MOST_NAMED = 10;

  private MergeWords() {}

  /** A named group of stages. */
  public record Group(String name, Tally tally) {}

  /** {@code 12 stages in 3 repositories: 9 compliant, …}. */
  public static String summary(Merged merged) {
    Tally tally = merged.tally();
    int repositories = merged.repositories().size();
    return Summary.count(tally.stages(), "stage")
        + " in "
        + (repositories == 1 ? "1 repository" : repositories + " repositories")
        + ": "
        + tally.compliant()
        + " compliant, "
        + tally.failing()
        + " failing, "
        + tally.conditional()
        + " conditional, "
        + tally.unknown()
        + " unknown";
  }

  /** {@code 4 reports: 3 read, 1 duplicate, 0 unreadable; 1 with input that was not analysed}. */
  public static String reports(Merged merged) {
    StringBuilder line = new StringBuilder(Summary.count(merged.reports().size(), "report"));
    line.append(": ").append(merged.count(Status.READ)).append(" read");
    append(line, merged.count(Status.DUPLICATE), " the same as another");
    append(line, merged.count(Status.UNREADABLE), " unreadable");
    if (merged.incomplete() > 0) {
      line.append("; ")
          .append(Summary.count(merged.incomplete(), "run"))
          .append(" could not analyse all input");
    }
    if (merged.older() > 0) {
      line.append("; ")
          .append(Summary.count(merged.older(), "older entry").replace("entrys", "entries"))
          .append(" of a stage not counted");
    }
    if (merged.unlisted() > 0) {
      line.append("; ")
          .append(Summary.count(merged.unlisted(), "stage"))
          .append(" counted by 'check' only, without a row");
    }
    return line.toString();
  }

  /**
   * How fast findings are fixed, and which repositories did not report; empty without a history.
   */
  public static List<String> history(Merged merged) {
    Development history = merged.history();
    if (history == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    Development.FixTimes times = history.allFixTimes();
    StringBuilder line = new StringBuilder("Time to fix: ");
    line.append(
        times.mean() == null
            ? "no finding is fixed yet"
            : times.mean()
                + " days on average, "
                + Summary.count(times.fixed(), "finding")
                + " fixed");
    line.append("; ").append(times.open()).append(" open");
    if (times.oldestOpen() != null) {
      line.append(", the oldest for ").append(Summary.count(times.oldestOpen(), "day"));
    }
    lines.add(line.toString());
    Development.DetectTimes detected = history.detectTimes();
    if (detected.mean() != null) {
      lines.add(
          "Time to detect: at most "
              + detected.mean()
              + " days on average, "
              + Summary.count(detected.found(), "finding"));
    }
    if (!history.missing().isEmpty()) {
      lines.add(
          "Without a report today: "
              + history.missing().stream()
                  .limit(MOST_NAMED)
                  .map(missing -> missing.repository() + " (since " + missing.since() + ")")
                  .collect(Collectors.joining(", "))
              + (history.missing().size() > MOST_NAMED
                  ? " and " + (history.missing().size() - MOST_NAMED) + " more"
                  : ""));
    }
    return lines;
  }

  private static void append(StringBuilder line, long count, String what) {
    if (count > 0) {
      line.append(", ").append(count).append(what);
    }
  }

  /** Those that could not be read: {@code reports/a.json:1:5: is not JSON: …}. */
  public static List<String> unreadable(Merged merged) {
    List<String> lines = new ArrayList<>();
    for (ReportStatus report : merged.reports()) {
      if (report.status() == Status.UNREADABLE) {
        String message = String.valueOf(report.message());
        // A message that begins with line and column follows the name as editors expect it.
        String between = Character.isDigit(message.charAt(0)) ? ":" : ": ";
        lines.add(report.report() + between + message);
      }
    }
    return lines;
  }

  /** The one with the most stages that do not comply first; a group without name is called so. */
  public static List<Group> worstFirst(Map<String, Tally> groups, String unnamed) {
    return groups.entrySet().stream()
        .map(
            group ->
                new Group(group.getKey().isEmpty() ? unnamed : group.getKey(), group.getValue()))
        .sorted(
            Comparator.comparingInt((Group group) -> group.tally().nonCompliant())
                .thenComparingInt(group -> group.tally().unknown())
                .reversed()
                .thenComparing(Group::name))
        .toList();
  }

  /** {@code 87 %}; a dash for a group without stages. */
  public static String adherence(Tally tally) {
    return tally.stages() == 0 ? "-" : percent(tally) + " %";
  }

  /** Rounded down: a hundred means all of them. */
  public static long percent(Tally tally) {
    return (long) Math.floor(tally.adherence() * 100);
  }
}

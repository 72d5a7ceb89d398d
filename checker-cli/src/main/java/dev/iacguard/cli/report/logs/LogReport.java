package dev.iacguard.cli.report.logs;

import dev.iacguard.core.logs.LogProblem;
import dev.iacguard.core.logs.LogSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sample of an access log shows, and what such a log costs.
 *
 * @param version of this program
 * @param stage the stage whose format was used, as named; null without one
 * @param cost null when no prices are known or no request was read
 */
public record LogReport(
    String version, LogSummary summary, @Nullable String stage, @Nullable Cost cost) {
  private static final int PERCENT = 100;

  /**
   * What CloudWatch Logs takes for the log coming in, in US dollars.
   *
   * @param requests that it is said for: of a month, or a million
   * @param monthly whether these are of a month
   * @param prices where and when the prices were asked
   */
  public record Cost(long requests, boolean monthly, double total, String prices) {}

  /** The part of the cost that so many bytes of the sample make. */
  double cost(long bytes) {
    return cost == null || summary.bytes() == 0 ? 0 : cost.total * bytes / summary.bytes();
  }

  double bytesPerRequest() {
    return summary.requests() == 0 ? 0 : (double) summary.bytes() / summary.requests();
  }

  /** Whether something was not read. */
  public boolean leavesInputUnread() {
    return summary.unparsed() > 0 || !summary.problems().isEmpty();
  }

  /** What is worth a change of the format, and what could not be measured; a sentence each. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    for (LogSummary.Field field : summary.fields()) {
      if (field.isAlwaysEmpty()) {
        notices.add(
            "field "
                + field.name()
                + " is empty in all "
                + field.present()
                + " lines that have it");
      }
    }
    if (summary.bareDashes() > 0) {
      notices.add(
          summary.bareDashes()
              + " lines are not valid JSON: an unquoted number has no value and is written as -");
    }
    if (summary.requests() > 0) {
      missing(notices);
    }
    return notices;
  }

  private void missing(List<String> notices) {
    LogSummary.Known known = summary.known();
    if (known.status() == 0) {
      notices.add("no line has a status, so errors are not known");
    }
    if (known.latency() == 0) {
      notices.add("no line has a latency");
    }
    if (known.time() == 0) {
      notices.add("no line has a time, so hours are not known");
    }
    if (known.route() == 0) {
      notices.add("no line has a route");
    }
    if (summary.routes().stream().anyMatch(route -> route.name() == null) && known.route() > 0) {
      notices.add("requests without a route, or beyond the first 500 routes, are counted together");
    }
    if (!summary.spikesComplete()) {
      notices.add("there are too many routes and hours to search each for spikes");
    }
    if (summary.otherFields() > 0) {
      notices.add("fields beyond the first 200 are not listed");
    }
  }

  /** Files and lines that were not read. */
  List<String> unread() {
    List<String> lines = new ArrayList<>();
    for (LogProblem problem : summary.problems()) {
      String line = problem.line() == 0 ? "" : ":" + problem.line();
      lines.add(problem.file() + line + ": " + problem.message());
    }
    LogProblem first = summary.firstUnparsed();
    long wrong = summary.unparsed() - summary.tooLong();
    if (first != null && wrong > 0) {
      lines.add(
          wrong
              + (wrong == 1 ? " line" : " lines")
              + " could not be read, the first "
              + first.file()
              + ":"
              + first.line()
              + ":"
              + first.column()
              + ": "
              + first.message());
    }
    return lines;
  }

  /** With one digit behind the point where that is needed, and never 0 or 100 where it is not. */
  static String percent(long part, long of) {
    if (of == 0) {
      return "-";
    }
    double percent = (double) PERCENT * part / of;
    if (part > 0 && percent < 0.05) {
      return "< 0.1 %";
    }
    if (part < of && percent >= 99.95) {
      return "> 99.9 %";
    }
    return part == 0 || part == of
        ? part / of * PERCENT + " %"
        : Math.round(percent * 10) / 10.0 + " %";
  }
}

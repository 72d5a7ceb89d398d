package dev.iacguard.cli.report.logs;

import dev.iacguard.cli.report.Summary;
import dev.iacguard.core.logs.LogSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a log in words, a line each. */
final class LogWords {
  private LogWords() {}

  static List<String> of(LogReport report) {
    LogSummary summary = report.summary();
    List<String> lines = new ArrayList<>();
    lines.add(
        Summary.count(summary.requests(), "request")
            + " in "
            + Summary.count(summary.files(), "file")
            + (summary.formats().isEmpty() ? "" : ", " + String.join(" and ", summary.formats()))
            + span(summary));
    if (summary.requests() == 0) {
      return lines;
    }
    lines.add(
        Math.round(report.bytesPerRequest())
            + " bytes per request as CloudWatch Logs counts them, "
            + summary.largest()
            + " at most");
    lines.add(
        LogReport.percent(summary.all().clientErrors(), summary.requests())
            + " are 4xx, "
            + LogReport.percent(summary.all().serverErrors(), summary.requests())
            + " are 5xx");
    LogReport.@Nullable Cost cost = report.cost();
    if (cost != null) {
      lines.add(
          LogTables.dollars(cost.total())
              + (cost.monthly()
                  ? " to ingest a month of " + cost.requests() + " requests"
                  : " to ingest a million requests")
              + " ("
              + cost.prices()
              + ")");
    }
    return lines;
  }

  private static String span(LogSummary summary) {
    return summary.first() == null || summary.last() == null
        ? ""
        : ", " + LogTables.time(summary.first()) + " to " + LogTables.time(summary.last()) + " UTC";
  }
}

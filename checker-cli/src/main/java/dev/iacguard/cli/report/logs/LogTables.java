package dev.iacguard.cli.report.logs;

import dev.iacguard.cli.report.table.Table;
import dev.iacguard.core.logs.LogSummary;
import dev.iacguard.core.logs.LogSummary.Group;
import dev.iacguard.core.logs.LogSummary.Latency;
import dev.iacguard.core.logs.LogSummary.Spike;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a report on logs, for people. */
final class LogTables {
  private static final int MINUTES = 16;
  private static final List<String> REQUESTS =
      List.of("requests", "4xx", "5xx", "p50 ms", "p95 ms", "p99 ms");

  private LogTables() {}

  /**
   * @param most rows of a table
   */
  static List<Table> of(LogReport report, int most) {
    LogSummary summary = report.summary();
    return List.of(
        fields(report, most), routes(report, most), hours(summary, most), spikes(summary, most));
  }

  private static Table fields(LogReport report, int most) {
    LogSummary summary = report.summary();
    return Table.of(
        "Fields",
        List.of("field", "empty", "bytes", "of all bytes", "cost"),
        summary.fields(),
        most,
        field ->
            List.of(
                field.name(),
                LogReport.percent(field.empty(), field.present()),
                String.valueOf(Math.round((double) field.bytes() / summary.requests())),
                LogReport.percent(field.bytes(), summary.bytes()),
                dollars(report, field.bytes())));
  }

  private static Table routes(LogReport report, int most) {
    List<String> head = new ArrayList<>(List.of("route"));
    head.addAll(REQUESTS);
    head.add("cost");
    return Table.of(
        "Routes",
        head,
        report.summary().routes(),
        most,
        route -> {
          List<String> cells = new ArrayList<>();
          cells.add(route.name() == null ? "other" : route.name());
          cells.addAll(requests(route));
          cells.add(dollars(report, route.bytes()));
          return cells;
        });
  }

  private static Table hours(LogSummary summary, int most) {
    List<String> head = new ArrayList<>(List.of("hour"));
    head.addAll(REQUESTS);
    return Table.of(
        "Hours (UTC)",
        head,
        summary.hours(),
        most,
        hour -> {
          List<String> cells = new ArrayList<>();
          cells.add(hour.start() == null ? "other" : time(hour.start()));
          cells.addAll(requests(hour.requests()));
          return cells;
        });
  }

  private static Table spikes(LogSummary summary, int most) {
    return Table.of(
        "Spikes",
        List.of("route", "hour", "what", "value", "median", "requests"),
        summary.spikes(),
        most,
        spike ->
            List.of(
                spike.route() == null ? "all routes" : spike.route(),
                time(spike.start()),
                spike.kind().label(),
                value(spike, spike.value()),
                value(spike, spike.usual()),
                String.valueOf(spike.requests())));
  }

  private static String value(Spike spike, double value) {
    return switch (spike.kind()) {
      case REQUESTS -> String.valueOf(Math.round(value));
      case LATENCY -> Math.round(value) + " ms";
      case CLIENT_ERRORS, SERVER_ERRORS -> Math.round(value * 1000) / 10.0 + " %";
    };
  }

  private static List<String> requests(Group group) {
    @Nullable Latency latency = group.latency();
    return List.of(
        String.valueOf(group.requests()),
        LogReport.percent(group.clientErrors(), group.requests()),
        LogReport.percent(group.serverErrors(), group.requests()),
        latency == null ? "-" : String.valueOf(latency.p50()),
        latency == null ? "-" : String.valueOf(latency.p95()),
        latency == null ? "-" : String.valueOf(latency.p99()));
  }

  private static String dollars(LogReport report, long bytes) {
    return report.cost() == null ? "-" : dollars(report.cost(bytes));
  }

  /** With cents. */
  static String dollars(double amount) {
    long cents = Math.round(amount * 100);
    return "$" + cents / 100 + "." + (cents / 10) % 10 + cents % 10;
  }

  /** {@code 2026-11-29T13:00}. */
  static String time(long second) {
    return Instant.ofEpochSecond(second).toString().substring(0, MINUTES);
  }
}

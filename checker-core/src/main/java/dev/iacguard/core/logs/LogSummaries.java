package dev.iacguard.core.logs;

import dev.iacguard.core.logs.LogSummary.Field;
import dev.iacguard.core.logs.LogSummary.Group;
import dev.iacguard.core.logs.LogSummary.Hour;
import dev.iacguard.core.logs.LogSummary.Known;
import dev.iacguard.core.logs.LogSummary.Latency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a summary of what was measured. */
final class LogSummaries {
  private static final Comparator<Group> MOST_FIRST =
      Comparator.comparing((Group group) -> group.name() == null)
          .thenComparing(Group::requests, Comparator.reverseOrder())
          .thenComparing(group -> String.valueOf(group.name()));

  private LogSummaries() {}

  static LogSummary of(
      LogMeter meter,
      int files,
      List<String> kinds,
      UnparsedLines unparsed,
      List<LogProblem> problems) {
    Spikes spikes = new Spikes(meter.routes);
    return new LogSummary(
        files,
        kinds,
        meter.lines,
        meter.bytes,
        meter.largest,
        unparsed.count,
        unparsed.bytes,
        unparsed.first(),
        unparsed.tooLong,
        meter.bareDashes,
        new Known(meter.withStatus, meter.withLatency, meter.withTime, meter.withRoute),
        meter.withTime == 0 ? null : meter.first,
        meter.withTime == 0 ? null : meter.last,
        fields(meter.fields),
        meter.fields.bytes[FieldTable.OTHERS],
        group(null, meter.all),
        routes(meter.routes),
        hours(meter.routes.hours()),
        spikes.found(),
        !meter.routes.lostCells(),
        List.copyOf(problems));
  }

  private static List<Field> fields(FieldTable table) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      if (table.present[i] > 0) {
        fields.add(new Field(table.name(i), table.present[i], table.empty[i], table.bytes[i]));
      }
    }
    return fields;
  }

  private static List<Group> routes(RouteTable table) {
    List<Group> routes = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      Requests requests = table.requests(i);
      if (requests != null) {
        routes.add(group(table.name(i), requests));
      }
    }
    Requests others = table.requests(RouteTable.OTHERS);
    if (others != null) {
      routes.add(group(null, others));
    }
    routes.sort(MOST_FIRST);
    return routes;
  }

  private static List<Hour> hours(Hours table) {
    List<Hour> hours = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      hours.add(new Hour(table.start(i), group(null, table.requests(i))));
    }
    hours.sort(
        Comparator.comparingLong(hour -> hour.start() == null ? Long.MAX_VALUE : hour.start()));
    Requests others = table.requests(table.others());
    if (others.count > 0) {
      hours.add(new Hour(null, group(null, others)));
    }
    return hours;
  }

  private static Group group(@Nullable String name, Requests requests) {
    return new Group(
        name,
        requests.count,
        requests.bytes,
        requests.clientErrors,
        requests.serverErrors,
        latency(requests.latency()));
  }

  private static @Nullable Latency latency(Histogram histogram) {
    return histogram.total() == 0
        ? null
        : new Latency(
            histogram.percentile(0.5),
            histogram.percentile(0.9),
            histogram.percentile(0.95),
            histogram.percentile(0.99));
  }
}

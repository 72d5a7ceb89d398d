package dev.iacguard.cli.report.logs;

import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.core.logs.LogProblem;
import dev.iacguard.core.logs.LogSummary;
import dev.iacguard.core.logs.LogSummary.Field;
import dev.iacguard.core.logs.LogSummary.Group;
import dev.iacguard.core.logs.LogSummary.Latency;
import dev.iacguard.core.logs.LogSummary.Spike;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The report on logs for programs; its shape is {@code schemas/logs-1.json}. */
public final class LogJson implements ReportWriter<LogReport> {
  private static final double MICROS = 1_000_000;

  @Override
  public void write(LogReport report, Writer out) throws IOException {
    LogSummary summary = report.summary();
    Json.document(
        report.version(),
        out,
        json -> {
          json.text("stage", report.stage())
              .number("files", summary.files())
              .texts("formats", summary.formats());
          json.object("summary", members -> summary(report, members));
          json.objects("fields", summary.fields(), field -> field(field, report, json))
              .objects("routes", summary.routes(), route -> route(route, report, json))
              .objects(
                  "hours",
                  summary.hours(),
                  hour -> {
                    json.text("start", time(hour.start()));
                    requests(hour.requests(), json);
                  })
              .objects("spikes", summary.spikes(), spike -> spike(spike, json))
              .texts("notices", report.notices())
              .objects("problems", summary.problems(), problem -> problem(problem, json));
        });
  }

  private static void summary(LogReport report, Json json) {
    LogSummary summary = report.summary();
    json.text("first", time(summary.first())).text("last", time(summary.last()));
    requests(summary.all(), json);
    json.number("bytes", summary.bytes())
        .number("bytesPerRequest", rounded(report.bytesPerRequest()))
        .number("largest", summary.largest())
        .number("unparsed", summary.unparsed())
        .number("unparsedBytes", summary.unparsedBytes());
    LogProblem first = summary.firstUnparsed();
    if (first == null) {
      json.nothing("firstUnparsed");
    } else {
      json.object("firstUnparsed", members -> problem(first, members));
    }
    LogReport.Cost cost = report.cost();
    if (cost == null) {
      json.nothing("ingestion");
    } else {
      json.object(
          "ingestion",
          members ->
              members
                  .text("basis", cost.monthly() ? "month" : "million-requests")
                  .number("requests", cost.requests())
                  .number("cost", rounded(cost.total()))
                  .text("currency", "USD")
                  .text("prices", cost.prices()));
    }
  }

  private static void field(Field field, LogReport report, Json json) {
    json.text("name", field.name())
        .number("present", field.present())
        .number("empty", field.empty())
        .truth("alwaysEmpty", field.isAlwaysEmpty())
        .number("bytes", field.bytes());
    cost(field.bytes(), report, json);
  }

  private static void route(Group route, LogReport report, Json json) {
    json.text("route", route.name());
    requests(route, json);
    json.number("bytes", route.bytes());
    cost(route.bytes(), report, json);
  }

  private static void cost(long bytes, LogReport report, Json json) {
    if (report.cost() == null) {
      json.nothing("cost");
    } else {
      json.number("cost", rounded(report.cost(bytes)));
    }
  }

  private static void requests(Group group, Json json) {
    json.number("requests", group.requests())
        .number("clientErrors", group.clientErrors())
        .number("serverErrors", group.serverErrors());
    Latency latency = group.latency();
    if (latency == null) {
      json.nothing("latency");
    } else {
      json.object(
          "latency",
          members ->
              members
                  .number("p50", latency.p50())
                  .number("p90", latency.p90())
                  .number("p95", latency.p95())
                  .number("p99", latency.p99()));
    }
  }

  private static void spike(Spike spike, Json json) {
    json.text("kind", spike.kind().label())
        .text("route", spike.route())
        .text("start", time(spike.start()))
        .number("requests", spike.requests())
        .number("value", rounded(spike.value()))
        .number("median", rounded(spike.usual()));
  }

  private static void problem(LogProblem problem, Json json) {
    json.text("path", problem.file())
        .number("line", problem.line())
        .number("column", problem.column())
        .text("message", problem.message());
  }

  private static double rounded(double number) {
    return Math.round(number * MICROS) / MICROS;
  }

  private static @Nullable String time(@Nullable Long second) {
    return second == null ? null : Instant.ofEpochSecond(second).toString();
  }
}

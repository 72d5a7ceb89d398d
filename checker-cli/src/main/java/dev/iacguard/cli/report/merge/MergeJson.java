package dev.iacguard.cli.report.merge;

import dev.iacguard.cli.merge.Development;
import dev.iacguard.cli.merge.Development.DetectTimes;
import dev.iacguard.cli.merge.Development.FixTimes;
import dev.iacguard.cli.merge.LogCosts;
import dev.iacguard.cli.merge.LogUse;
import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.merge.ReportStatus;
import dev.iacguard.cli.merge.RuleFigures;
import dev.iacguard.cli.merge.Waiver;
import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.Tally;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Many reports as one, for programs; its shape is {@code schemas/merge-1.json}. */
public final class MergeJson implements ReportWriter<Merged> {
  @Override
  public void write(Merged merged, Writer out) throws IOException {
    Json.document(
        merged.version(),
        out,
        json -> {
          json.text("date", merged.date().toString())
              .objects("reports", merged.reports(), report -> report(report, json))
              .objects("stages", merged.stages(), stage -> MergeNdjson.row(stage, json))
              .object("summary", summary -> summary(merged, summary));
          Tally.write("teams", merged.teams(), json);
          json.object(
              "logsByTeam",
              teams ->
                  LogUse.byTeam(merged.stages())
                      .forEach((team, use) -> teams.object(team, members -> use(use, members))));
          Tally.write("repositories", merged.repositories(), json);
          Development history = merged.history();
          if (history != null) {
            json.object("history", members -> development(history, members));
          }
          json.object(
              "rules",
              rules ->
                  merged
                      .rules()
                      .forEach((rule, of) -> rules.object(rule, members -> rule(of, members))));
        });
  }

  private static void report(ReportStatus report, Json json) {
    json.text("report", report.report())
        .text("repository", report.repository())
        .text("kind", report.kind())
        .text("status", report.status().label())
        .text("message", report.message())
        .number("stages", report.stages())
        .number("findings", report.findings())
        .number("unread", report.unread());
  }

  private static void summary(Merged merged, Json summary) {
    merged.tally().write(summary);
    summary.objects(
        "exceptions", merged.waivers(), waiver -> waiver(waiver, merged.date(), summary));
    Tally.write("environments", merged.environments(), summary);
    summary.objects(
        "formats",
        merged.formats(),
        use ->
            summary
                .text("api", use.api())
                .text("kind", use.kind())
                .texts("fields", use.fields())
                .number("stages", use.stages()));
    summary.object(
        "unknowns",
        members ->
            merged
                .rules()
                .forEach(
                    (rule, of) -> {
                      if (of.unknown() > 0) {
                        members.number(rule, of.unknown());
                      }
                    }));
    LogCosts cost = merged.cost();
    if (cost != null) {
      summary.object("monthlyCost", members -> cost(cost, members));
    }
  }

  private static void use(LogUse use, Json json) {
    json.number("stages", use.stages()).number("bytesPerRequest", use.median());
    if (use.monthlyCost() != null) {
      json.number("monthlyCost", use.monthlyCost().doubleValue());
    }
  }

  private static void cost(LogCosts cost, Json json) {
    json.number("stages", cost.stages())
        .number("gigabytes", cents(cost.gigabytes()))
        .number("ingestion", cents(cost.ingestion()))
        .number("storage", cents(cost.storage()))
        .text("currency", "USD")
        .text("prices", String.join("; ", cost.prices()));
  }

  private static double cents(double amount) {
    return Math.round(amount * 100) / 100.0;
  }

  private static void waiver(Waiver waiver, LocalDate today, Json json) {
    LocalDate until = waiver.until();
    json.text("repository", waiver.repository())
        .text("rule", waiver.rule())
        .texts("resources", waiver.resources())
        .text("kind", waiver.kind())
        .text("reason", waiver.reason())
        .text("since", text(waiver.since()))
        .text("until", text(until));
    days("ageDays", waiver.age(today), json);
    days("daysLeft", until == null ? null : until.toEpochDay() - today.toEpochDay(), json);
    json.object(
        "location",
        location ->
            location
                .text("path", waiver.place().path())
                .number("line", waiver.place().line())
                .number("column", waiver.place().column())
                .number("endLine", waiver.place().endLine())
                .number("endColumn", waiver.place().endColumn()));
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static void days(String name, @Nullable Long days, Json json) {
    if (days == null) {
      json.nothing(name);
    } else {
      json.number(name, days.longValue());
    }
  }

  private static void development(Development history, Json json) {
    json.object("timeToDetect", members -> detectTimes(history.detectTimes(), members))
        .object("timeToFix", members -> fixTimes(history.allFixTimes(), members))
        .object(
            "timeToFixByRule",
            rules ->
                history
                    .fixTimes()
                    .forEach((rule, of) -> rules.object(rule, members -> fixTimes(of, members))))
        .objects(
            "missing",
            history.missing(),
            missing ->
                json.text("repository", missing.repository())
                    .text("since", missing.since().toString()));
  }

  private static void detectTimes(DetectTimes of, Json json) {
    json.number("found", of.found());
    mean(of.mean(), json);
    days("medianDays", of.median(), json);
  }

  private static void mean(@Nullable Double mean, Json json) {
    if (mean == null) {
      json.nothing("meanDays");
    } else {
      json.number("meanDays", mean.doubleValue());
    }
  }

  private static void fixTimes(FixTimes of, Json json) {
    json.number("fixed", of.fixed());
    mean(of.mean(), json);
    days("medianDays", of.median(), json);
    json.number("open", of.open());
    days("oldestOpenDays", of.oldestOpen(), json);
  }

  private static void rule(RuleFigures of, Json json) {
    json.number("pass", of.pass())
        .number("fail", of.fail())
        .number("conditional", of.conditional())
        .number("unknown", of.unknown())
        .number("notApplicable", of.notApplicable())
        .number("openFindings", of.open())
        .number("suppressedFindings", of.suppressed());
  }
}

package dev.iacguard.cli.report.stages;

import dev.iacguard.cli.report.Compliance;
import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportSource;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.Tally;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.engine.suppression.SuppressionResult;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.core.rule.report.StageFacts.AccessLog;
import dev.iacguard.core.rule.report.StageFacts.AccountRole;
import dev.iacguard.core.rule.report.StageFacts.Destination;
import dev.iacguard.core.rule.report.StageFacts.Format;
import dev.iacguard.core.rule.report.StageFacts.LogGroup;
import dev.iacguard.core.rule.report.StageFacts.Tags;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The list of {@code stages} for programs; its shape is {@code schemas/stages-1.json}. */
public final class StagesJson implements ReportWriter<Report> {
  private final ReportSource source;

  public StagesJson(ReportSource source) {
    this.source = source;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    List<StageFacts> stages = report.stages();
    Json.document(
        report,
        out,
        json -> {
          source.write(report.review().today(), json);
          json.objects("stages", stages, stage -> stage(stage, json))
              .object("summary", summary -> summary(report, Tally.of(stages), summary))
              .problems(report.problems());
        });
  }

  private static void summary(Report report, Tally tally, Json summary) {
    summary
        .number("stages", tally.stages())
        .number("compliant", tally.compliant())
        .number("nonCompliant", tally.nonCompliant())
        .number("unknown", tally.unknown())
        .number("adherence", tally.adherence())
        .objects(
            "exceptions",
            report.review().exceptions(),
            applied -> exception(applied, report.review().today(), summary));
    StatisticsJson.write(report.result().figures(), summary);
  }

  private static void exception(SuppressionResult.Applied applied, LocalDate today, Json json) {
    Suppression suppression = applied.suppression();
    LocalDate since = suppression.since();
    LocalDate until = suppression.until();
    json.text("rule", applied.rule())
        .texts("resources", applied.resources())
        .text("kind", suppression.kind().label())
        .text("reason", suppression.reason())
        .text("since", since == null ? null : since.toString())
        .text("until", until == null ? null : until.toString());
    days("ageDays", since, today, json);
    days("daysLeft", today, until, json);
    json.location(suppression.at());
  }

  /** Null when one of the two is. */
  private static void days(
      String name, @Nullable LocalDate from, @Nullable LocalDate to, Json json) {
    if (from == null || to == null) {
      json.nothing(name);
    } else {
      json.number(name, to.toEpochDay() - from.toEpochDay());
    }
  }

  private static void stage(StageFacts stage, Json json) {
    Compliance compliance = Compliance.of(stage);
    json.text("id", stage.id())
        .text("resource", stage.resource())
        .text("stageName", stage.stageName())
        .text("stack", stage.stack())
        .text("kind", stage.kind())
        .text("api", stage.api())
        .text("language", stage.language().label())
        .location(stage.location())
        .object("accessLog", members -> accessLog(stage.accessLog(), json));
    logGroup(stage.logGroup(), json);
    tags(stage.tags(), json);
    json.object("accountRole", members -> accountRole(stage.accountRole(), json))
        .texts("overridable", stage.overridable())
        .text("environment", stage.environment())
        .text("compliance", compliance.label())
        .texts("rules", compliance.rules(stage))
        .object(
            "verdicts",
            verdicts ->
                new TreeMap<>(stage.verdicts())
                    .forEach((rule, verdict) -> verdicts.text(rule, verdict.label())));
  }

  private static void accessLog(AccessLog log, Json json) {
    json.text("status", log.status()).text("when", log.when());
    Format format = log.format();
    if (format == null) {
      json.nothing("format");
    } else {
      json.object(
          "format",
          members -> {
            members
                .text("kind", format.kind())
                .texts("fields", format.fields())
                .truth("complete", format.complete());
            if (format.bytes() != null) {
              members.number("bytesPerRequest", format.bytes().longValue());
            }
            if (format.monthlyCost() != null) {
              members.number("monthlyCost", format.monthlyCost().doubleValue());
            }
          });
    }
    Destination destination = log.destination();
    if (destination == null) {
      json.nothing("destination");
    } else {
      json.object(
          "destination",
          members ->
              members
                  .text("kind", destination.kind())
                  .text("resource", destination.resource())
                  .text("text", destination.text()));
    }
  }

  private static void logGroup(@Nullable LogGroup group, Json json) {
    if (group == null) {
      json.nothing("logGroup");
      return;
    }
    json.object(
        "logGroup",
        members -> {
          members
              .text("resource", group.resource())
              .truth("declared", group.declared())
              .text("name", group.name());
          if (group.retentionDays() == null) {
            members.nothing("retentionDays");
          } else {
            members.number("retentionDays", group.retentionDays().longValue());
          }
          members.text("retention", group.retention());
          tags(group.tags(), json);
        });
  }

  private static void tags(Tags tags, Json json) {
    json.object("tags", members -> tags.values().forEach(members::text))
        .truth("tagsComplete", tags.complete());
  }

  private static void accountRole(AccountRole role, Json json) {
    json.text("status", role.status()).text("reference", role.reference());
    if (role.approved() == null) {
      json.nothing("approved");
    } else {
      json.truth("approved", role.approved());
    }
  }
}

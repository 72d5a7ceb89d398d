package dev.iacguard.cli.report.merge;

import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.merge.MergedStage;
import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.ReportWriter;
import java.io.IOException;
import java.io.Writer;

/** The stages of all reports for databases: one JSON object a line, the worst first. */
public final class MergeNdjson implements ReportWriter<Merged> {
  @Override
  public void write(Merged merged, Writer out) throws IOException {
    for (MergedStage stage : merged.stages()) {
      Json.object(out, json -> row(stage, json));
    }
  }

  /** The members of a row. */
  static void row(MergedStage stage, Json json) {
    json.text("repository", stage.repository())
        .text("report", stage.report())
        .text("team", stage.team())
        .text("environment", stage.environment())
        .text("stack", stage.stack())
        .text("id", stage.id())
        .text("stageName", stage.stageName())
        .text("kind", stage.kind())
        .text("api", stage.api())
        .text("language", stage.language())
        .text("path", stage.path())
        .number("line", stage.line())
        .text("accessLog", stage.accessLog())
        .text("format", stage.format())
        .texts("fields", stage.fields())
        .text("logGroup", stage.logGroup())
        .text("retention", stage.retention());
    json.numberOrNull("retentionDays", stage.retentionDays());
    json.text("accountRole", stage.accountRole())
        .text("compliance", stage.compliance().label())
        .texts("rules", stage.rules())
        .object(
            "verdicts",
            verdicts -> stage.verdicts().forEach((rule, kind) -> verdicts.text(rule, kind.label())))
        .numberOrNull("bytesPerRequest", stage.bytes())
        .numberOrNull("monthlyCost", stage.monthlyCost());
  }
}

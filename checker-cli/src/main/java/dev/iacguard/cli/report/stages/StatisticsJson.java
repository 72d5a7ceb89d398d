package dev.iacguard.cli.report.stages;

import dev.iacguard.cli.report.Json;
import dev.iacguard.core.rule.report.PortfolioStatistics;
import dev.iacguard.core.rule.report.PortfolioStatistics.Adherence;
import dev.iacguard.core.rule.report.PortfolioStatistics.FormatUse;

/** Writes the statistics as JSON: members of the summary beside the counts of stages. */
final class StatisticsJson {
  private StatisticsJson() {}

  static void write(PortfolioStatistics figures, Json summary) {
    summary
        .object(
            "environments",
            members ->
                figures
                    .environments()
                    .forEach((name, of) -> members.object(name, inner -> adherence(of, inner))))
        .objects("formats", figures.formats(), use -> format(use, summary))
        .object("unknowns", members -> figures.unknowns().forEach(members::number));
    PortfolioStatistics.Bytes bytes = figures.bytes();
    if (bytes != null) {
      summary.object(
          "bytesPerRequest",
          members ->
              members
                  .number("stages", bytes.stages())
                  .number("least", bytes.least())
                  .number("median", bytes.median())
                  .number("most", bytes.most()));
    }
    PortfolioStatistics.Cost cost = figures.cost();
    if (cost != null) {
      summary.object(
          "monthlyCost",
          members ->
              members
                  .number("stages", cost.stages())
                  .number("gigabytes", cost.gigabytes().doubleValue())
                  .number("ingestion", cost.ingestion().doubleValue())
                  .number("storage", cost.storage().doubleValue())
                  .text("currency", "USD")
                  .text("prices", cost.prices()));
    }
  }

  private static void adherence(Adherence of, Json members) {
    members
        .number("stages", of.stages())
        .number("compliant", of.compliant())
        .number("nonCompliant", of.nonCompliant())
        .number("unknown", of.unknown())
        .number("adherence", of.share());
  }

  private static void format(FormatUse use, Json members) {
    members
        .text("api", use.api())
        .text("kind", use.kind())
        .texts("fields", use.fields())
        .number("stages", use.stages());
  }
}

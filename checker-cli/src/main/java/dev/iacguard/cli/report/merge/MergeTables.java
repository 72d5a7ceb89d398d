package dev.iacguard.cli.report.merge;

import dev.iacguard.cli.merge.LogUse;
import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.merge.MergedStage;
import dev.iacguard.cli.merge.RuleFigures;
import dev.iacguard.cli.report.Compliance;
import dev.iacguard.cli.report.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of many reports for people, each with the worst first. */
public final class MergeTables {
  private static final Comparator<Map.Entry<String, RuleFigures>> MOST_BROKEN =
      Comparator.comparingInt((Map.Entry<String, RuleFigures> rule) -> rule.getValue().against())
          .thenComparingInt(rule -> rule.getValue().unknown())
          .thenComparingInt(rule -> rule.getValue().open())
          .reversed()
          .thenComparing(Map.Entry::getKey);

  private static final Comparator<Map.Entry<String, LogUse>> DEAREST =
      Comparator.comparingDouble(
              (Map.Entry<String, LogUse> use) ->
                  use.getValue().monthlyCost() == null ? 0 : use.getValue().monthlyCost())
          .thenComparingLong(use -> use.getValue().median())
          .reversed()
          .thenComparing(Map.Entry::getKey);

  private MergeTables() {}

  /**
   * The tables of figures in their order.
   *
   * @param most rows of a table
   */
  public static List<Table> figures(Merged merged, int most) {
    return List.of(
        groups("Teams", "team", MergeWords.worstFirst(merged.teams(), "no team"), most),
        logs(merged, most),
        groups(
            "Environments",
            "environment",
            MergeWords.worstFirst(merged.environments(), "no environment"),
            most),
        rules(merged, most),
        groups(
            "Repositories", "repository", MergeWords.worstFirst(merged.repositories(), "-"), most));
  }

  private static Table logs(Merged merged, int most) {
    List<Map.Entry<String, LogUse>> uses =
        new ArrayList<>(LogUse.byTeam(merged.stages()).entrySet());
    uses.sort(DEAREST);
    return Table.of(
        "Logs by team",
        List.of("team", "stages", "bytes/request", "USD/month"),
        uses,
        most,
        use ->
            List.of(
                use.getKey().isEmpty() ? "no team" : use.getKey(),
                String.valueOf(use.getValue().stages()),
                String.valueOf(use.getValue().median()),
                cost(use.getValue().monthlyCost())));
  }

  private static String cost(@Nullable Double cost) {
    return cost == null ? "-" : String.format(Locale.ROOT, "%.2f", cost);
  }

  private static Table groups(String title, String name, List<MergeWords.Group> groups, int most) {
    return Table.of(
        title,
        List.of(name, "stages", "compliant", "non-compliant", "unknown", "adherence"),
        groups,
        most,
        group ->
            List.of(
                group.name(),
                String.valueOf(group.tally().stages()),
                String.valueOf(group.tally().compliant()),
                String.valueOf(group.tally().nonCompliant()),
                String.valueOf(group.tally().unknown()),
                MergeWords.adherence(group.tally())));
  }

  /** The rules that some stage or resource does not pass. */
  public static Table rules(Merged merged, int most) {
    List<Map.Entry<String, RuleFigures>> rules = new ArrayList<>(merged.rules().entrySet());
    rules.removeIf(
        rule ->
            rule.getValue().against() + rule.getValue().unknown() + rule.getValue().open() == 0);
    rules.sort(MOST_BROKEN);
    return Table.of(
        "Rules",
        List.of("rule", "failing", "conditional", "unknown", "findings", "suppressed"),
        rules,
        most,
        rule ->
            List.of(
                rule.getKey(),
                String.valueOf(rule.getValue().fail()),
                String.valueOf(rule.getValue().conditional()),
                String.valueOf(rule.getValue().unknown()),
                String.valueOf(rule.getValue().open()),
                String.valueOf(rule.getValue().suppressed())));
  }

  /** The stages that do not comply, and then those that may not. */
  public static Table stages(Merged merged, int most) {
    List<MergedStage> stages =
        merged.stages().stream()
            .filter(stage -> stage.compliance() != Compliance.COMPLIANT)
            .toList();
    return Table.of(
        "Worst stages",
        List.of("stage", "verdict", "rules", "repository", "team", "environment", "place"),
        stages,
        most,
        stage ->
            List.of(
                stage.id(),
                stage.compliance().label(),
                String.join(" ", stage.rules()),
                stage.repository(),
                stage.team(),
                stage.environment(),
                stage.path() + ":" + stage.line()));
  }
}

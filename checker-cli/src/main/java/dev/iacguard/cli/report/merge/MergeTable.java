package dev.iacguard.cli.report.merge;

import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.merge.MergedStage;
import dev.iacguard.cli.merge.RuleFigures;
import dev.iacguard.cli.report.Compliance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A table of a report for people.
 *
 * @param head the first column is text, the others are figures or short words
 * @param rows the worst first
 * @param left how many rows are not shown
 */
public record MergeTable(String title, List<String> head, List<List<String>> rows, int left) {
  private static final List<String> GROUP =
      List.of("stages", "compliant", "non-compliant", "unknown", "adherence");

  /**
   * The tables of figures in their order.
   *
   * @param most rows of a table
   */
  public static List<MergeTable> figures(Merged merged, int most) {
    return List.of(
        groups("Teams", "team", MergeWords.worstFirst(merged.teams(), "no team"), most),
        groups(
            "Environments",
            "environment",
            MergeWords.worstFirst(merged.environments(), "no environment"),
            most),
        rules(merged, most),
        groups("Repositories", "repository", MergeWords.worstFirst(merged.repositories(), "-"), most));
  }

  private static MergeTable groups(
      String title, String name, List<MergeWords.Group> groups, int most) {
    List<List<String>> rows = new ArrayList<>();
    for (MergeWords.Group group : first(groups, most)) {
      rows.add(
          List.of(
              group.name(),
              String.valueOf(group.tally().stages()),
              String.valueOf(group.tally().compliant()),
              String.valueOf(group.tally().nonCompliant()),
              String.valueOf(group.tally().unknown()),
              MergeWords.percent(group.tally()) + " %"));
    }
    List<String> head = new ArrayList<>(List.of(name));
    head.addAll(GROUP);
    return new MergeTable(title, head, rows, groups.size() - rows.size());
  }

  private static MergeTable rules(Merged merged, int most) {
    List<Map.Entry<String, RuleFigures>> rules = new ArrayList<>(merged.rules().entrySet());
    rules.removeIf(
        rule ->
            rule.getValue().against() + rule.getValue().unknown() + rule.getValue().open() == 0);
    rules.sort(
        Comparator.comparingInt((Map.Entry<String, RuleFigures> rule) -> rule.getValue().against())
            .thenComparingInt(rule -> rule.getValue().unknown())
            .thenComparingInt(rule -> rule.getValue().open())
            .reversed()
            .thenComparing(Map.Entry::getKey));
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, RuleFigures> rule : first(rules, most)) {
      RuleFigures of = rule.getValue();
      rows.add(
          List.of(
              rule.getKey(),
              String.valueOf(of.fail()),
              String.valueOf(of.conditional()),
              String.valueOf(of.unknown()),
              String.valueOf(of.open()),
              String.valueOf(of.suppressed())));
    }
    return new MergeTable(
        "Rules",
        List.of("rule", "failing", "conditional", "unknown", "findings", "suppressed"),
        rows,
        rules.size() - rows.size());
  }

  /** The stages that do not comply, and then those that may not. */
  public static MergeTable stages(Merged merged, int most) {
    List<MergedStage> stages =
        merged.stages().stream()
            .filter(stage -> stage.compliance() != Compliance.COMPLIANT)
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (MergedStage stage : first(stages, most)) {
      rows.add(
          List.of(
              stage.id(),
              stage.compliance().label(),
              String.join(" ", stage.rules()),
              stage.repository(),
              stage.team(),
              stage.environment(),
              stage.path() + ":" + stage.line()));
    }
    return new MergeTable(
        "Worst stages",
        List.of("stage", "verdict", "rules", "repository", "team", "environment", "place"),
        rows,
        stages.size() - rows.size());
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }
}

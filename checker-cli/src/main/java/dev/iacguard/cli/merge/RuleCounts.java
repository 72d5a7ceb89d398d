package dev.iacguard.cli.merge;

import dev.iacguard.core.rule.report.PortfolioStatistics.FormatUse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts verdicts and findings by rule, and formats by use. */
final class RuleCounts {
  private RuleCounts() {}

  static Map<String, RuleFigures> of(
      List<MergedStage> stages, Collection<Map<String, MergedFinding>> findings) {
    Map<String, RuleFigures> rules = new TreeMap<>();
    for (MergedStage stage : stages) {
      stage
          .verdicts()
          .forEach((rule, kind) -> rules.merge(rule, RuleFigures.of(kind), RuleFigures::plus));
    }
    for (Map<String, MergedFinding> repository : findings) {
      for (MergedFinding finding : repository.values()) {
        rules.merge(finding.rule(), RuleFigures.of(finding), RuleFigures::plus);
      }
    }
    return rules;
  }

  static List<FormatUse> formats(List<MergedStage> stages) {
    Map<FormatUse, Integer> uses = new HashMap<>();
    for (MergedStage stage : stages) {
      if (stage.format() != null) {
        List<String> fields = stage.fields().stream().sorted().toList();
        uses.merge(new FormatUse(stage.api(), stage.format(), fields, 0), 1, Integer::sum);
      }
    }
    return uses.entrySet().stream()
        .map(
            use ->
                new FormatUse(
                    use.getKey().api(), use.getKey().kind(), use.getKey().fields(), use.getValue()))
        .sorted(FormatUse.MOST_USED)
        .toList();
  }
}

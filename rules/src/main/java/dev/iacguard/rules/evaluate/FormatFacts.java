package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StageFacts.LogGroup;
import dev.iacguard.rules.check.RuleSet;
import dev.iacguard.rules.policy.LogCost;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.PriceList;
import dev.iacguard.rules.policy.Prices;
import dev.iacguard.rules.remedy.FormatFields;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.LogFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the facts about a stage's format that rules on the whole tree need. */
final class FormatFacts {
  /** Formats that were looked into: many stages have the same. */
  private final Map<String, Boolean> objectsOfStrings = new HashMap<>();

  StackFacts.Format of(
      Resource stage,
      ApiKind api,
      LogFormat format,
      List<Verdict> verdicts,
      @Nullable LogGroup group,
      Policy policy) {
    int bytes = format.size().bytes();
    return new StackFacts.Format(
        stage.address().toString(),
        api.name(),
        format.at().at(),
        format.members(),
        format.isBrokenJson(),
        isRepeatable(format, verdicts),
        bytes,
        cost(bytes, group, policy));
  }

  /** Whether a new stage may have the same format. What it lacks can be added. */
  private boolean isRepeatable(LogFormat format, List<Verdict> verdicts) {
    String text = format.kind() == LogFormat.Kind.JSON ? format.text().known() : null;
    return text != null
        && !format.at().sensitive()
        && objectsOfStrings.computeIfAbsent(
            text, any -> format.members().equals(FormatFields.ofStrings(format.text())))
        && verdicts.stream()
            .filter(verdict -> RuleSet.FORMATS_WRONG.contains(verdict.rule().id()))
            .allMatch(verdict -> verdict.finding() == null);
  }

  /** What a stage is counted under. */
  static String environment(@Nullable String stage, Policy policy) {
    String environment = policy.environment();
    return environment != null ? environment : stage == null ? "" : stage;
  }

  private static StackFacts.@Nullable Cost cost(
      int bytes, @Nullable LogGroup group, Policy policy) {
    Long requests = policy.cost().requestsPerMonth();
    if (requests == null) {
      return null;
    }
    Prices own = policy.cost().prices();
    Prices prices = own == null ? PriceList.BUILT_IN : own;
    Integer days = group == null ? null : group.retentionDays();
    LogCost cost = LogCost.of(bytes, requests, days, prices);
    return new StackFacts.Cost(
        cost.gigabytes(), cost.ingestion(), cost.storage(), prices.region() + ", " + prices.date());
  }
}

package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StageFacts.LogGroup;
import dev.iacguard.rules.policy.LogCost;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.PriceList;
import dev.iacguard.rules.policy.Prices;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.LogFormat;
import org.jspecify.annotations.Nullable;

/** What a stage's format tells for looking at the whole tree. */
final class FormatFacts {
  private FormatFacts() {}

  static StackFacts.Format of(
      Resource stage, ApiKind api, LogFormat format, @Nullable LogGroup group, Policy policy) {
    int bytes = format.size().bytes();
    return new StackFacts.Format(
        stage.address().toString(),
        api.name(),
        format.at().at(),
        format.members(),
        format.isBrokenJson(),
        bytes,
        cost(bytes, group, policy));
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

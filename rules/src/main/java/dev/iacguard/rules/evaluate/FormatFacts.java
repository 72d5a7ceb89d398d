package dev.iacguard.rules.evaluate;

import dev.iacguard.core.edit.LogLine;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the facts about a stage's format that rules on the whole tree need. */
final class FormatFacts {
  /** Formats that were looked into: many stages have the same. */
  private final Map<String, Optional<LogLine>> objectsOfStrings = new HashMap<>();

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
        line(format, verdicts),
        bytes,
        cost(bytes, group, policy));
  }

  /** For a new stage to repeat; null where it should not. What the line lacks can be added. */
  private @Nullable LogLine line(LogFormat format, List<Verdict> verdicts) {
    String text = format.text().known();
    boolean wrong =
        verdicts.stream()
            .filter(verdict -> RuleSet.FORMATS_WRONG.contains(verdict.rule().id()))
            .anyMatch(verdict -> verdict.finding() != null);
    if (text == null || wrong || format.at().sensitive()) {
      return null;
    }
    String separator = FormatFields.separator(format.kind());
    if (separator != null) {
      return text.isBlank() ? null : new LogLine(format.members(), text, separator);
    }
    return format.kind() == LogFormat.Kind.JSON
        ? objectsOfStrings.computeIfAbsent(text, any -> object(format)).orElse(null)
        : null;
  }

  /** With its members in the order in which they are written. */
  private static Optional<LogLine> object(LogFormat format) {
    return Optional.ofNullable(FormatFields.ofStrings(format.text()))
        .filter(members -> members.equals(format.members()))
        .map(LogLine::json);
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

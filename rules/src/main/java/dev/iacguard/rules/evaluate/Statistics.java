package dev.iacguard.rules.evaluate;

import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.PortfolioStatistics;
import dev.iacguard.core.rule.report.PortfolioStatistics.Adherence;
import dev.iacguard.core.rule.report.PortfolioStatistics.Bytes;
import dev.iacguard.core.rule.report.PortfolioStatistics.Cost;
import dev.iacguard.core.rule.report.PortfolioStatistics.FormatUse;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds up the statistics of all stages. */
final class Statistics {
  private Statistics() {}

  static PortfolioStatistics of(List<StackReport> stacks) {
    Map<String, Adherence> environments = new TreeMap<>();
    Map<FormatUse, Integer> formats = new HashMap<>();
    Map<String, Integer> unknowns = new TreeMap<>();
    List<StackFacts.Format> known = new ArrayList<>();
    for (StackReport stack : stacks) {
      known.addAll(stack.facts().formats());
      for (StageFacts stage : stack.stages()) {
        environments.merge(stage.environment(), adherence(stage), Statistics::sum);
        FormatUse use = use(stage);
        if (use != null) {
          formats.merge(use, 1, Integer::sum);
        }
        stage
            .verdicts()
            .forEach(
                (rule, kind) -> {
                  if (kind == Verdict.Kind.UNKNOWN) {
                    unknowns.merge(rule, 1, Integer::sum);
                  }
                });
      }
    }
    return new PortfolioStatistics(
        environments,
        formats.entrySet().stream()
            .map(use -> counted(use.getKey(), use.getValue()))
            .sorted(FormatUse.MOST_USED)
            .toList(),
        unknowns,
        bytes(known),
        cost(known));
  }

  private static Adherence adherence(StageFacts stage) {
    return switch (stage.standing()) {
      case PASS, NOT_APPLICABLE -> new Adherence(1, 1, 0, 0);
      case FAIL, CONDITIONAL -> new Adherence(1, 0, 1, 0);
      case UNKNOWN -> new Adherence(1, 0, 0, 1);
    };
  }

  private static Adherence sum(Adherence one, Adherence other) {
    return new Adherence(
        one.stages() + other.stages(),
        one.compliant() + other.compliant(),
        one.nonCompliant() + other.nonCompliant(),
        one.unknown() + other.unknown());
  }

  private static @Nullable FormatUse use(StageFacts stage) {
    StageFacts.Format format = stage.accessLog().format();
    return format == null
        ? null
        : new FormatUse(stage.api(), format.kind(), format.fields().stream().sorted().toList(), 0);
  }

  private static FormatUse counted(FormatUse use, int stages) {
    return new FormatUse(use.api(), use.kind(), use.fields(), stages);
  }

  private static @Nullable Bytes bytes(List<StackFacts.Format> formats) {
    if (formats.isEmpty()) {
      return null;
    }
    List<Integer> sorted = formats.stream().map(StackFacts.Format::bytes).sorted().toList();
    int last = sorted.size() - 1;
    return new Bytes(sorted.size(), sorted.get(0), sorted.get(last / 2), sorted.get(last));
  }

  private static @Nullable Cost cost(List<StackFacts.Format> formats) {
    List<StackFacts.Cost> costs = new ArrayList<>();
    for (StackFacts.Format format : formats) {
      if (format.cost() != null) {
        costs.add(format.cost());
      }
    }
    return costs.isEmpty()
        ? null
        : new Cost(
            costs.size(),
            sum(costs, StackFacts.Cost::gigabytes),
            sum(costs, StackFacts.Cost::ingestion),
            sum(costs, StackFacts.Cost::storage),
            costs.get(0).prices());
  }

  private static BigDecimal sum(
      List<StackFacts.Cost> costs, Function<StackFacts.Cost, BigDecimal> part) {
    return costs.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

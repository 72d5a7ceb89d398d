package dev.iacguard.core.rule.report;

import dev.iacguard.core.source.Order;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of all stages of a tree.
 *
 * @param environments how far stages comply, by environment: the policy's where it has some, or
 *     else the stage's name; sorted
 * @param formats every format in use, the most used first
 * @param unknowns by rule, for how many stages it cannot be determined; sorted
 * @param bytes null when no format is known
 * @param cost null when nothing is said of the number of requests
 */
public record PortfolioStatistics(
    Map<String, Adherence> environments,
    List<FormatUse> formats,
    Map<String, Integer> unknowns,
    @Nullable Bytes bytes,
    @Nullable Cost cost) {
  /** Those of no stage. */
  public static final PortfolioStatistics NONE =
      new PortfolioStatistics(Map.of(), List.of(), Map.of(), null, null);

  /**
   * @param nonCompliant failing, or failing under a condition
   * @param unknown not failing, and not known to be compliant
   */
  public record Adherence(int stages, int compliant, int nonCompliant, int unknown) {

    /** The part that is known to be compliant, from 0 to 1. */
    public double share() {
      return stages == 0 ? 1 : (double) compliant / stages;
    }
  }

  /**
   * A format, by what it logs.
   *
   * @param api as in {@link StageFacts}
   * @param kind as in {@link StageFacts.Format}
   * @param fields the variables, sorted
   * @param stages how many have it
   */
  public record FormatUse(String api, String kind, List<String> fields, int stages) {
    /** The one that most stages have first. */
    public static final Comparator<FormatUse> MOST_USED =
        Order.<FormatUse>byInt(use -> -use.stages())
            .then(FormatUse::api)
            .then(FormatUse::kind)
            .then(use -> String.join(" ", use.fields()));
  }

  /**
   * What one request writes, as an estimate.
   *
   * @param stages how many it is known of
   */
  public record Bytes(int stages, int least, int median, int most) {}

  /**
   * What all these logs cost, as an estimate, in US dollars a month.
   *
   * @param stages how many it is known of
   * @param storage as in {@link StackFacts.Cost}
   * @param prices where and when these prices were asked
   */
  public record Cost(
      int stages, BigDecimal gigabytes, BigDecimal ingestion, BigDecimal storage, String prices) {}
}

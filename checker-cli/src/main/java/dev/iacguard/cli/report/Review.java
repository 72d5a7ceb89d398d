package dev.iacguard.cli.report;

import dev.iacguard.core.engine.baseline.BaselineComparison;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.engine.suppression.SuppressionResult;
import dev.iacguard.core.model.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The suppressions and the baseline comparison of a run.
 *
 * @param exceptions those in force
 * @param today the day they were held against
 * @param baselineComparison null when there is nothing to compare with
 * @param older problems that were there before; they do not count
 * @param excluded how many files that could hold code were excluded or are ignored by git
 * @param accepted how many places that could not be analysed an exception covers
 * @param inTree turns a shown path into the path in the tree
 * @param shown turns a path in the tree into the shown one
 */
public record Review(
    List<SuppressionResult.Applied> exceptions,
    LocalDate today,
    @Nullable BaselineComparison baselineComparison,
    List<Problem> older,
    int excluded,
    int accepted,
    UnaryOperator<String> inTree,
    UnaryOperator<String> shown) {
  static final Review NONE =
      new Review(
          List.of(),
          LocalDate.EPOCH,
          null,
          List.of(),
          0,
          0,
          UnaryOperator.identity(),
          UnaryOperator.identity());

  /** What was known from before and is gone. */
  public List<BaselineFinding> fixed() {
    return baselineComparison == null ? List.of() : baselineComparison.fixed();
  }
}

package dev.iacguard.cli.report;

import dev.iacguard.core.engine.Comparison;
import dev.iacguard.core.engine.Known;
import dev.iacguard.core.engine.Screening;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What exceptions and the past say of a run.
 *
 * @param exceptions those in force
 * @param today the day they were held against
 * @param comparison null when there is nothing to compare with
 * @param inTree turns a shown path into the path in the tree
 */
public record Review(
    List<Screening.Applied> exceptions,
    LocalDate today,
    @Nullable Comparison comparison,
    UnaryOperator<String> inTree) {
  static final Review NONE = new Review(List.of(), LocalDate.EPOCH, null, UnaryOperator.identity());

  /** What was known from before and is gone. */
  List<Known> mended() {
    return comparison == null ? List.of() : comparison.mended();
  }
}

package dev.iacguard.cli.report;

import dev.iacguard.core.engine.Known;
import dev.iacguard.core.engine.Screening;
import java.time.LocalDate;
import java.util.List;

/**
 * What exceptions and the past say of a run.
 *
 * @param exceptions those in force
 * @param today the day they were held against
 * @param mended what was known from before and is gone
 */
public record Review(List<Screening.Applied> exceptions, LocalDate today, List<Known> mended) {
  static final Review NONE = new Review(List.of(), LocalDate.EPOCH, List.of());
}

package dev.iacguard.cli.merge;

import dev.iacguard.cli.report.Tally;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one day.
 *
 * @param tally of all stages; a stage that fails under a condition counts as failing
 * @param environments by name
 * @param teams by name
 * @param findings of reports of {@code check}
 * @param waivers in force
 * @param waiverAge how old they are on average, in days; null where that is not said of any
 * @param cost of all access logs in a month, in US dollars; null where it is not known
 * @param unreadable reports
 * @param missing repositories that reported before and do not now
 */
public record HistoryPoint(
    LocalDate date,
    Tally tally,
    Map<String, Tally> environments,
    Map<String, Tally> teams,
    Findings findings,
    long waivers,
    @Nullable Double waiverAge,
    @Nullable Double cost,
    long unreadable,
    long missing) {

  /**
   * @param open that no suppression covers, at the end of the day
   * @param opened since the day before in the history
   * @param fixed since then
   * @param waived since then: a suppression covers them now
   */
  public record Findings(long open, long opened, long fixed, long waived) {}
}

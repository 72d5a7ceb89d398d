package dev.iacguard.cli.merge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the figures changed from day to day.
 *
 * @param points in order of days, the day of the report last
 * @param fixTimes by rule, sorted
 * @param allFixTimes of all rules together
 * @param detectTimes of all rules together
 * @param missing repositories that reported before and do not now, sorted
 */
public record Development(
    List<HistoryPoint> points,
    Map<String, FixTimes> fixTimes,
    FixTimes allFixTimes,
    DetectTimes detectTimes,
    List<Missing> missing) {

  /**
   * From the first report of a finding to the first report without it, in days.
   *
   * @param mean null when none is fixed
   * @param median null when none is fixed
   * @param oldestOpen null when none is open
   */
  public record FixTimes(
      int fixed,
      @Nullable Double mean,
      @Nullable Long median,
      int open,
      @Nullable Long oldestOpen) {}

  /**
   * How long a finding may have been there before it was reported, in days: since the last report
   * of its repository without it. What was in the first report of a repository is not counted.
   *
   * @param mean null when there is none
   * @param median null when there is none
   */
  public record DetectTimes(int found, @Nullable Double mean, @Nullable Long median) {}

  /**
   * @param since the first day without a report
   */
  public record Missing(String repository, LocalDate since) {}
}

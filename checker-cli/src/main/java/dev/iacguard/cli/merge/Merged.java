package dev.iacguard.cli.merge;

import dev.iacguard.cli.report.Tally;
import dev.iacguard.core.rule.report.PortfolioStatistics.FormatUse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many reports as one.
 *
 * @param version of this program
 * @param date the day it is about
 * @param reports every file that was named, sorted by name
 * @param stages the worst first
 * @param tally of all stages, those among them that only a report of {@code check} counts
 * @param environments by name; empty for stages without one; sorted
 * @param teams by name; empty for stages without one; sorted
 * @param repositories by name, sorted
 * @param rules by id, sorted
 * @param formats the most used first
 * @param findings by repository and fingerprint, sorted
 * @param waivers the oldest first
 * @param cost null where no report has an estimate
 * @param older how many stages were left out, since a later report of their repository has them
 * @param history null without a history
 */
public record Merged(
    String version,
    LocalDate date,
    List<ReportStatus> reports,
    List<MergedStage> stages,
    Tally tally,
    Map<String, Tally> environments,
    Map<String, Tally> teams,
    Map<String, Tally> repositories,
    Map<String, RuleFigures> rules,
    List<FormatUse> formats,
    Map<String, Map<String, MergedFinding>> findings,
    List<Waiver> waivers,
    @Nullable LogCosts cost,
    int older,
    @Nullable Development history) {

  /** How many reports have this status. */
  public long count(ReportStatus.Status status) {
    return reports.stream().filter(report -> report.status() == status).count();
  }

  /** How many reports say that their run could not analyse all of its input. */
  public long incomplete() {
    return reports.stream()
        .filter(report -> report.status() == ReportStatus.Status.READ && report.unread() > 0)
        .count();
  }

  /** The stages that no list has, since their repository gave a report of {@code check} only. */
  public int unlisted() {
    return tally.stages() - stages.size();
  }

  Merged with(Development development) {
    return new Merged(
        version,
        date,
        reports,
        stages,
        tally,
        environments,
        teams,
        repositories,
        rules,
        formats,
        findings,
        waivers,
        cost,
        older,
        development);
  }
}

package dev.iacguard.cli.merge;

import dev.iacguard.cli.report.Tally;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one report says.
 *
 * @param name the file, as named
 * @param digest of its bytes
 * @param version of the program that wrote it
 * @param repository the one that the report names, or else one that its file is counted under
 * @param named whether the report names it
 * @param date the day of the run; null where it is not said
 * @param stages of a report of {@code stages}
 * @param findings of a report of {@code check}
 * @param tally the stages as the report counts them
 * @param unread how many places its run could not analyse
 * @param cost null where the report has no estimate
 */
record ReadReport(
    String name,
    String digest,
    Kind kind,
    String version,
    String repository,
    boolean named,
    @Nullable LocalDate date,
    List<MergedStage> stages,
    List<MergedFinding> findings,
    Tally tally,
    long unread,
    List<Waiver> waivers,
    @Nullable LogCosts cost) {

  /** The command that wrote it. */
  enum Kind {
    STAGES,
    CHECK
  }

  ReadReport withDigest(String computed) {
    return new ReadReport(
        name,
        computed,
        kind,
        version,
        repository,
        named,
        date,
        stages,
        findings,
        tally,
        unread,
        waivers,
        cost);
  }

  /** The day, for comparing: a report that says none is older than any. */
  LocalDate day() {
    return date == null ? LocalDate.MIN : date;
  }
}

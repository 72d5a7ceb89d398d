package dev.iacguard.cli.merge;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.Version;
import java.time.LocalDate;
import java.util.List;

/** Reads all reports and combines them. */
public final class MergeRun {
  private MergeRun() {}

  /**
   * @param paths files and folders as the user wrote them
   * @param date the day that the result is about
   */
  public static Merged run(
      List<String> paths, GroupTags groupTags, LocalDate date, CliEnvironment cliEnvironment) {
    KeptValues kept = KeptValues.inMemory();
    ReportReader reader = new ReportReader(groupTags, kept);
    Merger merger = new Merger(cliEnvironment.today(), kept);
    for (ReportInput input : ReportInputs.find(paths, cliEnvironment)) {
      merger.add(input, reader.read(input));
    }
    return merger.merge(Version.current(), date);
  }
}

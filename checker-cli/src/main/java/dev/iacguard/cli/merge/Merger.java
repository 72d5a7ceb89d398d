package dev.iacguard.cli.merge;

import dev.iacguard.cli.merge.ReportStatus.Status;
import dev.iacguard.cli.report.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Combines reports. The result does not depend on their order. */
final class Merger {
  private static final Comparator<ReadReport> LATEST_FIRST =
      Comparator.comparing(ReadReport::day, Comparator.reverseOrder())
          .thenComparing(ReadReport::name);

  private static final Comparator<Waiver> OLDEST_FIRST =
      Comparator.comparing(
              (Waiver waiver) -> waiver.since() == null ? LocalDate.MAX : waiver.since())
          .thenComparing(Waiver::repository)
          .thenComparing(Waiver::rule)
          .thenComparing(waiver -> waiver.place().path())
          .thenComparingLong(waiver -> waiver.place().line())
          .thenComparing(Waiver::reason);

  private final List<ReportStatus> statuses = new ArrayList<>();
  private final Map<String, ReadReport> byDigest = new HashMap<>();
  private final List<ReadReport> reports = new ArrayList<>();
  private final KeptValues kept;
  private final LocalDate lastDay;

  /**
   * @param today the day is another one where a build runs, but not by more than one
   * @param kept what reading the reports takes
   */
  Merger(LocalDate today, KeptValues kept) {
    lastDay = today.plusDays(1);
    this.kept = kept;
  }

  /** Takes up what reading gave. Files must come sorted by name. */
  void add(ReportInput input, ReportReader.Result result) {
    switch (result) {
      case ReportReader.Result.Failed failed -> leaveOut(input, failed.reason());
      case ReportReader.Result.TooMuch tooMuch -> {
        @Nullable ReadReport first = byDigest.get(tooMuch.digest());
        if (first == null) {
          leaveOut(input, "does not fit into memory; allow more with IAC_GUARD_JAVA_OPTS=-Xmx4g");
        } else {
          repeat(input, first);
        }
      }
      case ReportReader.Result.Read read when read.report().day().isAfter(lastDay) ->
          leaveOut(input, "its day " + read.report().day() + " is in the future");
      case ReportReader.Result.Read read -> add(input, read.report());
    }
  }

  private void leaveOut(ReportInput input, String reason) {
    kept.forget();
    statuses.add(new ReportStatus(input.name(), null, null, Status.UNREADABLE, reason, 0, 0, 0));
  }

  private void add(ReportInput input, ReadReport report) {
    @Nullable ReadReport first = byDigest.putIfAbsent(report.digest(), report);
    if (first == null) {
      kept.keep();
      reports.add(report);
      statuses.add(status(report.name(), report.repository(), Status.READ, null, report));
    } else {
      repeat(input, first);
    }
  }

  private void repeat(ReportInput input, ReadReport first) {
    kept.forget();
    String repository = first.named() ? first.repository() : input.repository();
    statuses.add(
        status(input.name(), repository, Status.DUPLICATE, "the same as " + first.name(), first));
  }

  private static ReportStatus status(
      String name, String repository, Status status, @Nullable String message, ReadReport report) {
    return new ReportStatus(
        name,
        repository,
        report.kind().name().toLowerCase(Locale.ROOT),
        status,
        message,
        report.tally().stages(),
        report.findings().size(),
        report.unread());
  }

  /**
   * @param version of this program
   */
  Merged merge(String version, LocalDate date) {
    reports.sort(LATEST_FIRST);
    StageList list = new StageList();
    reports.forEach(list::add);
    List<MergedStage> stages = list.worstFirst();
    List<ReadReport> latest = latest();
    Map<String, Map<String, MergedFinding>> findings = findings();
    Map<String, Tally> repositories = repositories(stages, latest);
    return new Merged(
        version,
        date,
        List.copyOf(statuses),
        stages,
        repositories.values().stream().reduce(Tallies.NONE, Tallies::sum),
        Tallies.by(MergedStage::environment, stages),
        Tallies.by(MergedStage::team, stages),
        repositories,
        RuleCounts.of(stages, findings.values()),
        RuleCounts.formats(stages),
        findings,
        latest.stream()
            .flatMap(report -> report.waivers().stream())
            .distinct()
            .sorted(OLDEST_FIRST)
            .toList(),
        latest.stream()
            .map(ReadReport::cost)
            .filter(Objects::nonNull)
            .reduce(LogCosts::plus)
            .orElse(null),
        list.replaced(),
        null);
  }

  /** Those than which no other of the same repository and command is later. */
  private List<ReadReport> latest() {
    Map<String, LocalDate> days = new HashMap<>();
    for (ReadReport report : reports) {
      days.putIfAbsent(report.kind() + " " + report.repository(), report.day());
    }
    return reports.stream()
        .filter(report -> report.day().equals(days.get(report.kind() + " " + report.repository())))
        .toList();
  }

  /** Of a finding that several reports have, the latest is taken. */
  private Map<String, Map<String, MergedFinding>> findings() {
    Map<String, Map<String, MergedFinding>> findings = new TreeMap<>();
    for (ReadReport report : reports) {
      if (report.kind() == ReadReport.Kind.CHECK) {
        Map<String, MergedFinding> own =
            findings.computeIfAbsent(report.repository(), repository -> new TreeMap<>());
        report.findings().forEach(finding -> own.putIfAbsent(finding.fingerprint(), finding));
      }
    }
    return findings;
  }

  /** By list where there is one; otherwise as reports of {@code check} count them. */
  private static Map<String, Tally> repositories(
      List<MergedStage> stages, List<ReadReport> latest) {
    Map<String, Tally> counted = Tallies.by(MergedStage::repository, stages);
    Map<String, Tally> all = new TreeMap<>();
    Map<String, Tally> checked = new TreeMap<>();
    for (ReadReport report : latest) {
      String name = report.repository();
      if (report.kind() == ReadReport.Kind.STAGES) {
        all.put(name, counted.getOrDefault(name, Tallies.NONE));
      } else {
        checked.merge(name, report.tally(), Tallies::sum);
      }
    }
    checked.forEach(all::putIfAbsent);
    return all;
  }
}

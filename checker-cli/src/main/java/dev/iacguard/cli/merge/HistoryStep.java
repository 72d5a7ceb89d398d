package dev.iacguard.cli.merge;

import dev.iacguard.cli.merge.HistoryEvent.Kind;
import dev.iacguard.cli.merge.HistoryState.Open;
import dev.iacguard.cli.merge.ReportStatus.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a day adds to a history.
 *
 * @param events in the order they are written
 */
record HistoryStep(HistoryPoint point, List<HistoryEvent> events) {

  /** Compares the day with what is known of the days before, and takes it up into the state. */
  static HistoryStep of(Merged merged, HistoryState state) {
    List<HistoryEvent> events = new ArrayList<>(repositories(merged, state));
    List<HistoryEvent> findings = new ArrayList<>();
    gone(merged, state, findings);
    opened(merged, state, findings);
    events.addAll(findings);
    events.forEach(state::add);
    HistoryPoint point = point(merged, state, findings);
    state.points.add(point);
    return new HistoryStep(point, events);
  }

  private static List<HistoryEvent> repositories(Merged merged, HistoryState state) {
    Set<String> reported = new TreeSet<>();
    for (ReportStatus report : merged.reports()) {
      if (report.status() != Status.UNREADABLE && report.repository() != null) {
        reported.add(report.repository());
      }
    }
    List<HistoryEvent> events = new ArrayList<>();
    for (String repository : reported) {
      LocalDate missing = state.repositories.get(repository);
      if (missing == null || !missing.equals(LocalDate.MAX)) {
        events.add(HistoryEvent.of(merged.date(), Kind.REPORTED, repository));
      }
    }
    state.repositories.forEach(
        (repository, missing) -> {
          if (missing.equals(LocalDate.MAX) && !reported.contains(repository)) {
            events.add(HistoryEvent.of(merged.date(), Kind.MISSING, repository));
          }
        });
    return events;
  }

  /**
   * A finding is fixed when its repository was checked, nothing was left unread there, and it is
   * not reported. Where there is no such report it stays open.
   */
  private static void gone(Merged merged, HistoryState state, List<HistoryEvent> events) {
    Set<String> checked = checked(merged);
    state.open.forEach(
        (key, finding) -> {
          @Nullable MergedFinding now =
              merged.findings().getOrDefault(key.repository(), Map.of()).get(key.fingerprint());
          if (now != null && now.suppressed()) {
            events.add(event(merged.date(), Kind.WAIVED, key, finding));
          } else if (now == null && checked.contains(key.repository())) {
            events.add(event(merged.date(), Kind.FIXED, key, finding));
          }
        });
  }

  private static Set<String> checked(Merged merged) {
    Set<String> checked = new HashSet<>();
    Set<String> incomplete = new HashSet<>();
    for (ReportStatus report : merged.reports()) {
      if ("check".equals(report.kind()) && report.repository() != null) {
        (report.unread() == 0 ? checked : incomplete).add(report.repository());
      }
    }
    checked.removeAll(incomplete);
    return checked;
  }

  private static HistoryEvent event(LocalDate date, Kind kind, HistoryState.Key key, Open finding) {
    return new HistoryEvent(
        date, kind, key.repository(), finding.rule(), finding.severity(), key.fingerprint());
  }

  /** What is not known to fail is not a finding that somebody could fix. */
  private static void opened(Merged merged, HistoryState state, List<HistoryEvent> events) {
    merged
        .findings()
        .forEach(
            (repository, findings) -> {
              for (MergedFinding finding : findings.values()) {
                HistoryState.Key key = new HistoryState.Key(repository, finding.fingerprint());
                if (!finding.suppressed()
                    && !finding.verdict().equals("unknown")
                    && !state.open.containsKey(key)) {
                  events.add(
                      new HistoryEvent(
                          merged.date(),
                          Kind.OPENED,
                          repository,
                          finding.rule(),
                          finding.severity(),
                          finding.fingerprint()));
                }
              }
            });
  }

  private static HistoryPoint point(
      Merged merged, HistoryState state, List<HistoryEvent> findings) {
    OptionalDouble age =
        merged.waivers().stream()
            .map(waiver -> waiver.age(merged.date()))
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .average();
    LogCosts cost = merged.cost();
    return new HistoryPoint(
        merged.date(),
        merged.tally(),
        merged.environments(),
        merged.teams(),
        new HistoryPoint.Findings(
            state.open.size(),
            count(findings, Kind.OPENED),
            count(findings, Kind.FIXED),
            count(findings, Kind.WAIVED)),
        merged.waivers().size(),
        age.isPresent() ? tenths(age.getAsDouble()) : null,
        cost == null ? null : Math.round(cost.total() * 100) / 100.0,
        merged.count(Status.UNREADABLE),
        state.repositories.values().stream().filter(day -> !day.equals(LocalDate.MAX)).count());
  }

  private static double tenths(double number) {
    return Math.round(number * 10) / 10.0;
  }

  private static long count(List<HistoryEvent> events, Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).count();
  }
}

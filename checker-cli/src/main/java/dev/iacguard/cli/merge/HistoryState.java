package dev.iacguard.cli.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a history says up to a day. */
final class HistoryState {
  final List<HistoryPoint> points = new ArrayList<>();
  final Map<Key, Open> open = new TreeMap<>();
  final List<Fixed> fixed = new ArrayList<>();

  /**
   * For each finding that was not in the report before: how many days before it was reported its
   * repository was reported without it.
   */
  final List<Long> detected = new ArrayList<>();

  /** Since when each repository reports every day of the history. */
  private final Map<String, LocalDate> reportedSince = new HashMap<>();

  /** The first day without a report of each repository; {@link LocalDate#MAX} while it reports. */
  final Map<String, LocalDate> repositories = new TreeMap<>();

  /** How many lines of the file are of earlier days. */
  long lines;

  /** A finding of a repository. */
  record Key(String repository, String fingerprint) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = repository.compareTo(other.repository);
      return order == 0 ? fingerprint.compareTo(other.fingerprint) : order;
    }
  }

  record Open(String rule, String severity, LocalDate since) {}

  record Fixed(String rule, long days) {}

  /** Takes up an event. */
  void add(HistoryEvent event) {
    Key key = new Key(event.repository(), event.fingerprint());
    switch (event.kind()) {
      case OPENED -> {
        open.put(key, new Open(event.rule(), event.severity(), event.date()));
        detect(event);
      }
      case FIXED -> {
        Open finding = open.remove(key);
        if (finding != null) {
          fixed.add(
              new Fixed(finding.rule, event.date().toEpochDay() - finding.since.toEpochDay()));
        }
      }
      case WAIVED -> open.remove(key);
      case REPORTED -> {
        repositories.put(event.repository(), LocalDate.MAX);
        reportedSince.put(event.repository(), event.date());
      }
      case MISSING -> {
        repositories.put(event.repository(), event.date());
        reportedSince.remove(event.repository());
      }
    }
  }

  /** What a repository has in its first report may be of any age. */
  private void detect(HistoryEvent event) {
    LocalDate since = reportedSince.getOrDefault(event.repository(), LocalDate.MAX);
    if (since.isBefore(event.date()) && !points.isEmpty()) {
      detected.add(event.date().toEpochDay() - points.getLast().date().toEpochDay());
    }
  }
}

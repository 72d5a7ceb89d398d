package dev.iacguard.cli.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a history says up to a day. */
final class HistoryState {
  final List<HistoryPoint> points = new ArrayList<>();
  final Map<Key, Open> open = new TreeMap<>();
  final List<Fixed> fixed = new ArrayList<>();

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
      case OPENED -> open.put(key, new Open(event.rule(), event.severity(), event.date()));
      case FIXED -> {
        Open finding = open.remove(key);
        if (finding != null) {
          fixed.add(
              new Fixed(finding.rule, event.date().toEpochDay() - finding.since.toEpochDay()));
        }
      }
      case WAIVED -> open.remove(key);
      case REPORTED -> repositories.put(event.repository(), LocalDate.MAX);
      case MISSING -> repositories.put(event.repository(), event.date());
    }
  }
}

package dev.iacguard.cli.merge;

import java.time.LocalDate;

/**
 * What happened to a finding or a repository.
 *
 * @param rule empty for an event of a repository
 * @param severity empty for an event of a repository
 * @param fingerprint empty for an event of a repository
 */
record HistoryEvent(
    LocalDate date,
    Kind kind,
    String repository,
    String rule,
    String severity,
    String fingerprint) {

  /** As written in the history. */
  enum Kind {
    OPENED("opened"),
    FIXED("fixed"),
    WAIVED("waived"),
    REPORTED("reported"),
    MISSING("missing");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    boolean isOfFinding() {
      return this == OPENED || this == FIXED || this == WAIVED;
    }
  }

  static HistoryEvent of(LocalDate date, Kind kind, String repository) {
    return new HistoryEvent(date, kind, repository, "", "", "");
  }
}

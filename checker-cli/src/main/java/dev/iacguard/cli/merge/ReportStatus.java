package dev.iacguard.cli.merge;

import org.jspecify.annotations.Nullable;

/**
 * What became of one of the files that were named.
 *
 * @param repository null for a report that could not be read
 * @param kind {@code stages} or {@code check}; null for one that could not be read
 * @param message why it could not be read, or which report it repeats; null for one that counts
 * @param unread how many places its run could not analyse
 */
public record ReportStatus(
    String report,
    @Nullable String repository,
    @Nullable String kind,
    Status status,
    @Nullable String message,
    long stages,
    long findings,
    long unread) {

  /** As written in reports. */
  public enum Status {
    READ("read"),
    DUPLICATE("duplicate"),
    UNREADABLE("unreadable");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}

package dev.iacguard.cli.merge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suppression in force: a waiver of a policy or an ignore comment.
 *
 * @param kind {@code policy} or {@code in-source}
 * @param resources the addresses of what it covers
 * @param since the day it was decided on; null where that is not said
 * @param until the last day it covers; null for no end
 */
public record Waiver(
    String repository,
    String rule,
    String kind,
    String reason,
    List<String> resources,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    Place place) {

  /** Lines and columns count from 1. */
  public record Place(String path, long line, long column, long endLine, long endColumn) {}

  /** In days; null where it is not known. */
  public @Nullable Long age(LocalDate today) {
    return since == null ? null : today.toEpochDay() - since.toEpochDay();
  }
}

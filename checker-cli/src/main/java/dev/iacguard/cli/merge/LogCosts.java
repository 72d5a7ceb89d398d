package dev.iacguard.cli.merge;

import java.util.TreeSet;

/**
 * What access logs cost in a month, in US dollars, as the reports estimate it.
 *
 * @param stages how many it is known of
 * @param prices where and when the prices were asked
 */
public record LogCosts(
    long stages, double gigabytes, double ingestion, double storage, TreeSet<String> prices) {

  LogCosts plus(LogCosts other) {
    TreeSet<String> all = new TreeSet<>(prices);
    all.addAll(other.prices);
    return new LogCosts(
        stages + other.stages,
        gigabytes + other.gigabytes,
        ingestion + other.ingestion,
        storage + other.storage,
        all);
  }

  public double total() {
    return ingestion + storage;
  }
}

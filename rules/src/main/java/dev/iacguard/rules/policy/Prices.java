package dev.iacguard.rules.policy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prices of CloudWatch Logs in one Region, in US dollars a gigabyte (10^9 bytes).
 *
 * @param date when they were looked up: {@code 2026-06}
 * @param freeGigabytes of a month, for which nothing is paid
 * @param ingestion from the first gigabyte of a month upwards
 * @param storage for a month
 * @param compression how much of what is written is stored: 0.15
 */
public record Prices(
    String date,
    String region,
    BigDecimal freeGigabytes,
    List<Tier> ingestion,
    BigDecimal storage,
    BigDecimal compression) {

  /**
   * @param upTo gigabytes of a month that this price ends at; null for the last tier
   */
  public record Tier(@Nullable BigDecimal upTo, BigDecimal price) {}
}

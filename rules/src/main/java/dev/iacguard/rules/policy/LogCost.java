package dev.iacguard.rules.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the cost of a log, in US dollars a month.
 *
 * @param gigabytes that are written in a month
 * @param storage once as much is kept as will be, or after three years where nothing expires
 */
public record LogCost(BigDecimal gigabytes, BigDecimal ingestion, BigDecimal storage) {
  private static final BigDecimal GIGABYTE = BigDecimal.TEN.pow(9);
  private static final BigDecimal DAYS_OF_MONTH = new BigDecimal("30.4");
  private static final BigDecimal MONTHS_WITHOUT_END = new BigDecimal(36);

  /**
   * @param bytes that a request writes
   * @param requests of a month
   * @param days that events are kept; null when they are kept forever
   */
  public static LogCost of(int bytes, long requests, @Nullable Integer days, Prices prices) {
    BigDecimal gigabytes =
        BigDecimal.valueOf(bytes)
            .multiply(BigDecimal.valueOf(requests))
            .divide(GIGABYTE, MathContext.DECIMAL64);
    BigDecimal months =
        days == null
            ? MONTHS_WITHOUT_END
            : BigDecimal.valueOf(days).divide(DAYS_OF_MONTH, MathContext.DECIMAL64);
    BigDecimal storage =
        gigabytes.multiply(prices.compression()).multiply(months).multiply(prices.storage());
    return new LogCost(cents(gigabytes), cents(ingestion(gigabytes, prices)), cents(storage));
  }

  /** The free part is taken off the first tier. */
  static BigDecimal ingestion(BigDecimal gigabytes, Prices prices) {
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal from = prices.freeGigabytes();
    for (Prices.Tier tier : prices.ingestion()) {
      BigDecimal to = tier.upTo() == null ? gigabytes : gigabytes.min(tier.upTo());
      if (to.compareTo(from) > 0) {
        cost = cost.add(to.subtract(from).multiply(tier.price()));
        from = to;
      }
    }
    return cost;
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}

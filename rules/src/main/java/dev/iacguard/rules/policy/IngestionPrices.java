package dev.iacguard.rules.policy;

import dev.iacguard.core.rule.pack.LogIngestion;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The price of ingestion under a policy. */
public record IngestionPrices(Prices priced, @Nullable Long requestsPerMonth)
    implements LogIngestion {

  public static IngestionPrices of(Policy policy) {
    Prices own = policy.cost().prices();
    return new IngestionPrices(
        own == null ? PriceList.BUILT_IN : own, policy.cost().requestsPerMonth());
  }

  @Override
  public BigDecimal perGigabyte() {
    return priced.ingestion().get(0).price();
  }

  @Override
  public BigDecimal month(BigDecimal gigabytes) {
    return LogCost.ingestion(gigabytes, priced);
  }

  @Override
  public String prices() {
    return priced.region() + ", " + priced.date();
  }
}

package dev.iacguard.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that were worked out by hand from the price list. */
class LogCostTest {
  /** 500 bytes a request; 12,500 and 52,500 gigabytes reach into the higher tiers. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "100000000, 395, 50.00, 22.50, 2.92",
        "100000000, -, 50.00, 22.50, 8.10",
        "10000000, 304, 5.00, 0.00, 0.23",
        "12000000, 304, 6.00, 0.50, 0.27",
        "0, 30, 0.00, 0.00, 0.00",
        "25000000000, 304, 12500.00, 5622.50, 562.50",
        "105000000000, 304, 52500.00, 12122.50, 2362.50"
      })
  void aMonthIsAddedUp(
      long requests, Integer days, BigDecimal gigabytes, BigDecimal in, BigDecimal kept) {
    assertThat(LogCost.of(500, requests, days, PriceList.BUILT_IN))
        .isEqualTo(new LogCost(gigabytes, in, kept));
  }

  @Test
  void theListSaysWhereAndWhenItWasMade() {
    Prices prices = PriceList.BUILT_IN;
    assertThat(prices.region()).isEqualTo("us-east-1");
    assertThat(prices.date()).matches("20[0-9]{2}-[01][0-9]");
    assertThat(prices.ingestion()).extracting(Prices.Tier::upTo).endsWith((BigDecimal) null);
  }
}

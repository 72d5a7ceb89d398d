package dev.iacguard.core.rule.pack;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What CloudWatch Logs takes for log events that come in, in US dollars. */
public interface LogIngestion {

  /** For a gigabyte (10^9 bytes) of the first tier, without what is free. */
  BigDecimal perGigabyte();

  /**
   * For a month, by tier and without what is free.
   *
   * @param gigabytes of the month
   */
  BigDecimal month(BigDecimal gigabytes);

  /** Where and when these prices were asked: {@code us-east-1, 2026-06}. */
  String prices();

  /** The requests of a month that the policy names; null when it names none. */
  @Nullable Long requestsPerMonth();
}

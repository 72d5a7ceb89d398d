package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigType;
import dev.iacguard.core.config.ConfigType.Amount;
import dev.iacguard.core.config.ConfigType.ListOf;
import dev.iacguard.core.config.ConfigType.Section;
import dev.iacguard.core.config.ConfigType.WholeNumber;
import dev.iacguard.rules.policy.Policy.Cost;
import dev.iacguard.rules.policy.Prices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code cost}. */
final class CostSection {
  /** Beyond this many requests a month no price is computed. */
  private static final int MOST_REQUESTS = 2_000_000_000;

  /** An event of CloudWatch Logs has at most 1 MiB. */
  private static final int MOST_BYTES = 1 << 20;

  private static final Section PRICES =
      new Section(
          List.of(
              required("date", "Month of the prices.", month()),
              required("region", "Region of the prices.", region()),
              required("free-gigabytes", "Free gigabytes per month.", new Amount()),
              required(
                  "ingestion", "Dollars per gigabyte ingested, in tiers.", new ListOf(tier(), 1)),
              required("storage", "Dollars per gigabyte stored per month.", new Amount()),
              required("compression", "Compressed size of a gigabyte as stored.", new Amount())));

  static final Section KEYS =
      new Section(
          List.of(
              PolicyKeys.key(
                  "bytes-per-request",
                  "Maximum bytes per request.",
                  new WholeNumber(1, MOST_BYTES)),
              PolicyKeys.key(
                  "requests-per-month",
                  "Requests per month and stage, to calculate the price.",
                  new WholeNumber(0, MOST_REQUESTS)),
              PolicyKeys.key("prices", "Prices to use instead of the built-in ones.", PRICES)));

  private CostSection() {}

  private static Section tier() {
    return new Section(
        List.of(
            PolicyKeys.key("up-to", "Upper end of the tier in gigabytes per month.", new Amount()),
            required("price", "Dollars per gigabyte.", new Amount())));
  }

  private static ConfigType month() {
    return PolicyKeys.text("a month such as 2026-06", "20\\d\\d-(0[1-9]|1[0-2])");
  }

  private static ConfigType region() {
    return PolicyKeys.text("a Region", "[a-z]{2}(-[a-z]+)+-\\d");
  }

  private static ConfigType.Key required(String name, String description, ConfigType type) {
    return ConfigType.Key.required(name, description, type);
  }

  /** The section of a policy that fits its keys. */
  static Cost read(Mapping policy) {
    Integer bytes = Nodes.number(policy.at("cost", "bytes-per-request"));
    Integer requests = Nodes.number(policy.at("cost", "requests-per-month"));
    return new Cost(
        bytes,
        requests == null ? null : requests.longValue(),
        policy.at("cost", "prices") instanceof Mapping prices ? prices(prices) : null);
  }

  private static Prices prices(Mapping prices) {
    List<Prices.Tier> tiers = new ArrayList<>();
    for (ConfigNode item : Nodes.items(prices.get("ingestion"))) {
      Mapping tier = (Mapping) item;
      tiers.add(new Prices.Tier(amount(tier.get("up-to")), needed(tier, "price")));
    }
    return new Prices(
        Nodes.neededText(prices.get("date")),
        Nodes.neededText(prices.get("region")),
        needed(prices, "free-gigabytes"),
        List.copyOf(tiers),
        needed(prices, "storage"),
        needed(prices, "compression"));
  }

  private static BigDecimal needed(Mapping mapping, String key) {
    return Objects.requireNonNull(amount(mapping.get(key)), key);
  }

  private static @Nullable BigDecimal amount(@Nullable ConfigNode node) {
    String text = Nodes.text(node);
    return text == null ? null : new BigDecimal(text);
  }
}

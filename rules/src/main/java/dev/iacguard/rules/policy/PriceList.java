package dev.iacguard.rules.policy;

import dev.iacguard.rules.policy.Prices.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Reads the prices that come with the program, on first use. */
public final class PriceList {
  private static final String FILE = "prices.properties";

  /** Those of the file. */
  public static final Prices BUILT_IN = read();

  private PriceList() {}

  private static Prices read() {
    Properties file = new Properties();
    try (InputStream in = Objects.requireNonNull(PriceList.class.getResourceAsStream(FILE), FILE)) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Tier> tiers = new ArrayList<>();
    for (String tier : text(file, "ingestion").split(" ")) {
      String[] parts = tier.split(":");
      tiers.add(
          new Tier(
              parts[0].equals("*") ? null : new BigDecimal(parts[0]), new BigDecimal(parts[1])));
    }
    return new Prices(
        text(file, "date"),
        text(file, "region"),
        new BigDecimal(text(file, "free")),
        List.copyOf(tiers),
        new BigDecimal(text(file, "storage")),
        new BigDecimal(text(file, "compression")));
  }

  private static String text(Properties file, String key) {
    return Objects.requireNonNull(file.getProperty(key), key);
  }
}

package dev.iacguard.cli.report.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.report.PortfolioStatistics;
import dev.iacguard.core.rule.report.PortfolioStatistics.Adherence;
import dev.iacguard.core.rule.report.PortfolioStatistics.Bytes;
import dev.iacguard.core.rule.report.PortfolioStatistics.Cost;
import dev.iacguard.core.rule.report.PortfolioStatistics.FormatUse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EstateFiguresTest {
  private static final PortfolioStatistics FIGURES =
      new PortfolioStatistics(
          new TreeMap<>(Map.of("prod", new Adherence(4, 3, 1, 0), "", new Adherence(1, 0, 0, 1))),
          List.of(
              new FormatUse("REST", "json", List.of("$context.requestId"), 3),
              new FormatUse("REST", "json", List.of("$context.status"), 1),
              new FormatUse("HTTP", "clf", List.of("$context.requestId"), 1)),
          Map.of("IG201", 1),
          new Bytes(5, 120, 470, 900),
          new Cost(
              5,
              new BigDecimal("50.00"),
              new BigDecimal("22.50"),
              new BigDecimal("2.93"),
              "us-east-1, 2026-06"));

  @Test
  void theyHaveALineEach() {
    assertThat(StatisticsLines.of(FIGURES))
        .containsExactly(
            "By stage    unnamed 0 of 1, prod 3 of 4 compliant",
            "Formats     1 HTTP clf in 1 stage, 2 REST json in 4 stages",
            "Log line    about 470 bytes (120 to 900)",
            "Log cost    about $22.50 a month to ingest 50.00 GB and $2.93 to keep it"
                + " (us-east-1, 2026-06)");
  }

  @Test
  void whatIsNotKnownHasNoLine() {
    assertThat(StatisticsLines.of(PortfolioStatistics.NONE)).isEmpty();
  }

  @Test
  void manyEnvironmentsAreCutShort() {
    Map<String, Adherence> many = new TreeMap<>();
    for (char name = 'a'; name <= 'j'; name++) {
      many.put(String.valueOf(name), new Adherence(1, 1, 0, 0));
    }
    PortfolioStatistics figures = new PortfolioStatistics(many, List.of(), Map.of(), null, null);
    assertThat(StatisticsLines.of(figures))
        .singleElement()
        .asString()
        .startsWith("By stage    a 1 of 1, b 1 of 1")
        .endsWith("f 1 of 1 and 4 more compliant");
  }
}

package dev.iacguard.rules.evaluate;

import static dev.iacguard.rules.HandBuiltStack.attribute;
import static dev.iacguard.rules.HandBuiltStack.list;
import static dev.iacguard.rules.HandBuiltStack.map;
import static dev.iacguard.rules.HandBuiltStack.number;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.report.PortfolioStatistics;
import dev.iacguard.core.rule.report.PortfolioStatistics.Adherence;
import dev.iacguard.core.rule.report.PortfolioStatistics.FormatUse;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.rules.ApiGatewayRules;
import dev.iacguard.rules.HandBuiltStack;
import dev.iacguard.rules.TestPolicies;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.Cost;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The key figures of a tree. */
class PortfolioTest {
  private static final String SHORT = "$context.requestId $context.status";
  private static final String LONG = SHORT + " $context.identity.userAgent";

  private static HandBuiltStack stage(HandBuiltStack stack, String name, String format) {
    return stack.add(
        "aws_api_gateway_stage",
        name,
        Map.of(
            "stage_name",
            text(name),
            "access_log_settings",
            list(map("destination_arn", attribute("logs", "arn"), "format", format))));
  }

  private static HandBuiltStack stack() {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add("aws_cloudwatch_log_group", "logs", Map.of("retention_in_days", number("365")));
    return stage(stage(stage(stack, "prod", SHORT), "test", SHORT), "dev", LONG);
  }

  private static PortfolioStatistics figures(Policy policy) {
    ApiGatewayRules rules = new ApiGatewayRules(policy);
    return rules.judgeTree(List.of(rules.judge(stack()))).figures();
  }

  private static Policy only(String... rules) {
    List<String> kept = List.of(rules);
    return TestPolicies.withSeverities(
        Policy.DEFAULT,
        new ApiGatewayRules()
            .rules().stream()
                .map(RuleInfo::id)
                .filter(id -> !kept.contains(id))
                .collect(Collectors.toMap(id -> id, id -> Severity.OFF)));
  }

  @Test
  void stagesAreCountedByTheirNames() {
    assertThat(figures(only("IG101")).environments())
        .isEqualTo(
            Map.of(
                "prod", new Adherence(1, 1, 0, 0),
                "test", new Adherence(1, 1, 0, 0),
                "dev", new Adherence(1, 1, 0, 0)));
  }

  @Test
  void orByThePolicysEnvironment() {
    Policy all = only("IG101", "IG109", "IG301");
    Policy production =
        new Policy(
            "production",
            all.accessLog(),
            all.logGroup(),
            all.stage(),
            all.tags(),
            all.loggingRole(),
            all.cost(),
            all.alarms(),
            all.severities());
    PortfolioStatistics figures = figures(production);
    assertThat(figures.environments()).isEqualTo(Map.of("production", new Adherence(3, 0, 3, 0)));
    assertThat(figures.unknowns()).isEqualTo(Map.of("IG301", 3));
  }

  @Test
  void whatCannotBeToldIsNotCompliant() {
    assertThat(figures(only("IG301")).environments())
        .containsEntry("dev", new Adherence(1, 0, 0, 1));
  }

  @Test
  void aNoteDoesNotCount() {
    Policy note = only("IG101", "IG109");
    Map<String, Severity> severities = new HashMap<>(note.severities());
    severities.put("IG109", Severity.NOTE);
    PortfolioStatistics figures = figures(TestPolicies.withSeverities(note, severities));
    assertThat(figures.environments()).containsEntry("prod", new Adherence(1, 1, 0, 0));
    StageFacts stage =
        new ApiGatewayRules(TestPolicies.withSeverities(note, severities))
            .judge(stack())
            .stages()
            .get(0);
    assertThat(stage.notes()).contains("IG109").doesNotContain("IG101");
  }

  @Test
  void formatsAreCountedTheMostUsedFirst() {
    assertThat(figures(Policy.DEFAULT).formats())
        .containsExactly(
            new FormatUse("REST", "other", List.of("$context.requestId", "$context.status"), 2),
            new FormatUse(
                "REST",
                "other",
                List.of("$context.identity.userAgent", "$context.requestId", "$context.status"),
                1));
  }

  @Test
  void sizesAndCostAreEstimated() {
    PortfolioStatistics figures = figures(TestPolicies.with(new Cost(1_024, 1_000_000_000L, null)));
    assertThat(figures.bytes()).isEqualTo(new PortfolioStatistics.Bytes(3, 66, 66, 177));
    assertThat(figures.cost())
        .isEqualTo(
            new PortfolioStatistics.Cost(
                3,
                new BigDecimal("309.00"),
                new BigDecimal("147.00"),
                new BigDecimal("16.70"),
                "us-east-1, 2026-06"));
  }

  @Test
  void withoutRequestsThereIsNoPrice() {
    assertThat(figures(Policy.DEFAULT).cost()).isNull();
  }
}

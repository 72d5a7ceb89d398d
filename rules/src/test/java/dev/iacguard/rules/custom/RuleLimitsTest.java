package dev.iacguard.rules.custom;

import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.rules.HandBuiltStack;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.Formats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that would take too long are not evaluated. */
class RuleLimitsTest {
  private static final String LOOPS =
      "stage.tags.all(a, stage.tags.all(b, stage.tags.all(c, stage.tags.all(d,"
          + " stage.tags.all(e, a + b + c + d + e != '')))))";

  private final WorkBudget work = new WorkBudget();

  private static HandBuiltStack tagged(int tags) {
    Map<String, Value> entries = new HashMap<>();
    for (int i = 0; i < tags; i++) {
      entries.put("T" + i, text("v"));
    }
    Value all = new Value.Mapping(true, entries, false, HandBuiltStack.ORIGIN);
    return new HandBuiltStack()
        .add(
            "aws_api_gateway_stage",
            "aws_api_gateway_stage.prod",
            Map.of("stage_name", text("prod"), "tags", all));
  }

  private String ask(HandBuiltStack stack, String require) {
    return ask(stack, Asking.good(Asking.rule("stage", null, require, "no")));
  }

  private String ask(HandBuiltStack stack, CustomRules custom) {
    List<Rule<Stage, String>> rules = custom.ofStages();
    GatewayView view = new GatewayView(stack, new Formats(), work);
    return Scenarios.first(
        work,
        scenario ->
            Asking.words(rules.get(0).check(view.stage(scenario, view.stages().get(0)), "")));
  }

  @Test
  void loopsThatMultiplyAreNotBegun() {
    CustomRules rules = Asking.good(Asking.rule("stage", null, LOOPS, "no"));
    for (int i = 0; i < 100; i++) {
      assertThat(ask(tagged(40), rules)).startsWith("unknown: ").contains("IG004");
    }
    assertThat(work.used(Bound.RULE_STEPS)).isZero();
    assertThat(work.limits())
        .singleElement()
        .satisfies(
            limit -> {
              assertThat(limit.rule()).isEqualTo(Problem.LIMIT);
              assertThat(limit.at().toString()).startsWith("iac-guard.yaml:1");
              assertThat(limit.message())
                  .isEqualTo(
                      "the custom rule ACME1 takes more than 4000000 steps of custom rules;"
                          + " --max-work 2 allows more");
            });
  }

  @Test
  void theSameLoopsOverLessAreEvaluated() {
    assertThat(ask(tagged(3), LOOPS)).isEqualTo("pass");
    assertThat(work.limits()).isEmpty();
  }

  @Test
  void whatOneRuleUsesUpIsMissingForTheNext() {
    String threeLoops = "stage.tags.all(a, stage.tags.all(b, stage.tags.all(c, a + b + c != '')))";
    int passed = 0;
    while (ask(tagged(40), threeLoops).equals("pass")) {
      passed++;
    }
    assertThat(passed).isBetween(2, 20);
    assertThat(ask(tagged(40), "stage.name == 'prod'")).isEqualTo("pass");
  }

  /** A step is counted for each name and operation, however the work is written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stage.name == 'prod' | 3 | 30",
        "stage.tags.all(t, t != '') | 200 | 600",
        "stage.tags.map(t, t).all(t, t != '') | 400 | 2000",
        "stage.tags.filter(t, t != '').size() == 40 | 300 | 1000",
        "stage.tags.all(a, [1, 2].all(b, b > 0)) | 600 | 2000",
        "stage.tags.all(a, stage.tags.all(b, a != '')) | 8000 | 20000",
      })
  void stepsAreEstimated(String require, int least, int most) {
    assertThat(ask(tagged(40), require)).isEqualTo("pass");
    assertThat(work.used(Bound.RULE_STEPS)).isBetween((long) least, (long) most);
  }

  /** Lists grow in ways that the subject does not show. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[LONG, LONG].all(x, x.all(a, x.all(b, x.all(c, x.all(d, c != 'y')))))",
        "[stage.tags.map(t, t) + stage.tags.map(t, t)].all(x,"
            + " x.all(a, x.all(b, x.all(c, x.all(d, d != 'y')))))",
        "[[1, 2]].map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x)"
            + ".map(x, x + x).all(x, x.all(a, x.all(b, x.all(c, x.all(d, d > 0)))))"
      })
  void listsThatAreMadeCountToo(String require) {
    String list = "['x'" + ", 'x'".repeat(99) + "]";
    assertThat(ask(tagged(40), require.replace("LONG", list))).contains("IG004");
    assertThat(work.used(Bound.RULE_STEPS)).isZero();
  }

  @Test
  void patternsOverLongTextsCountByBoth() {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add(
                "aws_api_gateway_stage",
                "aws_api_gateway_stage.prod",
                Map.of("stage_name", text("x".repeat(90_000))));
    assertThat(ask(stack, "stage.name.matches('(x|xx)*y(" + "x|".repeat(400) + "x)*')"))
        .startsWith("fail");
    assertThat(work.used(Bound.RULE_STEPS)).isGreaterThan(1_000_000);
  }
}

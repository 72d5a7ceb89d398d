package dev.iacguard.rules;

import static dev.iacguard.rules.HandBuiltStack.choice;
import static dev.iacguard.rules.HandBuiltStack.input;
import static dev.iacguard.rules.HandBuiltStack.join;
import static dev.iacguard.rules.HandBuiltStack.list;
import static dev.iacguard.rules.HandBuiltStack.map;
import static dev.iacguard.rules.HandBuiltStack.number;
import static dev.iacguard.rules.HandBuiltStack.openMap;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.BoundedRegex;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.Stage;
import dev.iacguard.rules.policy.RequiredTag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a policy may ask of the value of a tag. */
class RequiredTagsTest {
  private static final RequiredTag ENVIRONMENT =
      new RequiredTag("Environment", List.of("prod", "staging"), null);
  private static final RequiredTag COST_CENTER =
      new RequiredTag("CostCenter", List.of(), regex("CC-[0-9]{4}"));
  private static final RequiredTag BOTH =
      new RequiredTag("Tier", List.of("gold", "silver"), regex("g.*"));

  private static BoundedRegex regex(String pattern) {
    return Objects.requireNonNull(BoundedRegex.of(pattern));
  }

  private static Verdict verdict(Value tags, RequiredTag... required) {
    HandBuiltStack stack =
        new HandBuiltStack().add("aws_api_gateway_stage", "stage", Map.of("tags", tags));
    Policy policy = TestPolicies.with(new Stage(List.of(required)));
    return new ApiGatewayRules(policy)
        .judge(stack).verdicts().stream()
            .filter(verdict -> verdict.rule().id().equals("IG109"))
            .findFirst()
            .orElseThrow();
  }

  private static Verdict.Kind kind(Value tags, RequiredTag... required) {
    return verdict(tags, required).kind();
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(ENVIRONMENT, text("prod"), Verdict.Kind.PASS),
        Arguments.of(ENVIRONMENT, text("staging"), Verdict.Kind.PASS),
        Arguments.of(ENVIRONMENT, text("Prod"), Verdict.Kind.FAIL),
        Arguments.of(ENVIRONMENT, text("prod "), Verdict.Kind.FAIL),
        Arguments.of(ENVIRONMENT, text(""), Verdict.Kind.FAIL),
        Arguments.of(ENVIRONMENT, input("var.env"), Verdict.Kind.UNKNOWN),
        Arguments.of(ENVIRONMENT, join("pr", input("var.env")), Verdict.Kind.UNKNOWN),
        Arguments.of(ENVIRONMENT, join("dev-", input("var.env")), Verdict.Kind.FAIL),
        Arguments.of(
            ENVIRONMENT, choice("is_prod", text("prod"), text("staging")), Verdict.Kind.PASS),
        Arguments.of(
            ENVIRONMENT, choice("is_prod", text("prod"), text("dev")), Verdict.Kind.CONDITIONAL),
        Arguments.of(ENVIRONMENT, choice("is_prod", text("test"), text("dev")), Verdict.Kind.FAIL),
        Arguments.of(ENVIRONMENT, list(text("prod")), Verdict.Kind.FAIL),
        Arguments.of(COST_CENTER, text("CC-1234"), Verdict.Kind.PASS),
        Arguments.of(COST_CENTER, text("CC-12345"), Verdict.Kind.FAIL),
        Arguments.of(COST_CENTER, text("xCC-1234"), Verdict.Kind.FAIL),
        Arguments.of(COST_CENTER, text("cc-1234"), Verdict.Kind.FAIL),
        Arguments.of(COST_CENTER, join("CC-", input("var.n")), Verdict.Kind.UNKNOWN),
        Arguments.of(new RequiredTag("Team", List.of(), regex("[0-9]+")), number("42"), null),
        Arguments.of(BOTH, text("gold"), Verdict.Kind.PASS),
        Arguments.of(BOTH, text("silver"), Verdict.Kind.FAIL),
        Arguments.of(BOTH, text("grey"), Verdict.Kind.FAIL));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueHasToBeAllowed(RequiredTag required, Value value, Verdict.Kind expected) {
    assertThat(kind(map(required.key(), value), required))
        .isEqualTo(expected == null ? Verdict.Kind.PASS : expected);
  }

  @Test
  void aTagThatAwsRefusesForItsLengthFails() {
    RequiredTag any = new RequiredTag("Note", List.of(), regex("x*"));
    assertThat(kind(map("Note", text("x".repeat(256))), any)).isEqualTo(Verdict.Kind.PASS);
    assertThat(kind(map("Note", text("x".repeat(257))), any)).isEqualTo(Verdict.Kind.FAIL);
  }

  @Test
  void keysCompareAsWithoutValues() {
    assertThat(kind(map("cost-center", text("CC-1234")), COST_CENTER)).isEqualTo(Verdict.Kind.PASS);
    assertThat(kind(map("cost-center", text("x")), COST_CENTER)).isEqualTo(Verdict.Kind.FAIL);
  }

  @Test
  void oneOfSeveralTagsOfAKeyIsEnough() {
    Value tags = map("costcenter", text("x"), "CostCenter", text("CC-1234"));
    assertThat(kind(tags, COST_CENTER)).isEqualTo(Verdict.Kind.PASS);
  }

  @Test
  void aWrongValueFailsAlsoWhereTagsMayBeAdded() {
    assertThat(kind(openMap("Environment", text("dev")), ENVIRONMENT)).isEqualTo(Verdict.Kind.FAIL);
    assertThat(kind(openMap("Owner", text("a")), ENVIRONMENT)).isEqualTo(Verdict.Kind.UNKNOWN);
  }

  @Test
  void aValueThatIsNotAskedForStaysUnread() {
    assertThat(kind(map("Owner", input("var.owner")), RequiredTag.ofKey("Owner")))
        .isEqualTo(Verdict.Kind.PASS);
  }

  @Test
  void theNearestAllowedValueIsOffered() {
    Verdict verdict = verdict(map("Environment", text("stagin")), ENVIRONMENT);
    assertThat(verdict.finding())
        .isNotNull()
        .satisfies(
            finding -> {
              assertThat(finding.message()).isEqualTo("stage's tag Environment is \"stagin\"");
              assertThat(finding.label())
                  .isEqualTo("the policy requires a value that is one of prod, staging");
              assertThat(finding.help()).isEqualTo("set Environment to \"staging\"");
            });
  }

  @Test
  void tagsAreOfferedWithAllowedValuesWhereThereAreNone() {
    Policy policy =
        TestPolicies.with(
            new Stage(List.of(RequiredTag.ofKey("cost:center"), ENVIRONMENT, COST_CENTER, BOTH)));
    HandBuiltStack stack =
        new HandBuiltStack().add("aws_api_gateway_stage", "stage", Map.of("stage_name", text("a")));
    assertThat(new ApiGatewayRules(policy).judge(stack).verdicts())
        .filteredOn(verdict -> verdict.rule().id().equals("IG109"))
        .extracting(verdict -> Objects.requireNonNull(verdict.finding()).help())
        .containsExactly(
            "add tags = { \"cost:center\" = \"...\", Environment = \"prod\", CostCenter = \"...\","
                + " Tier = \"gold\" }");
  }

  @Test
  void whatIsMissingAndWhatIsWrongAreOneFinding() {
    Verdict verdict = verdict(map("Environment", text("qa")), COST_CENTER, ENVIRONMENT);
    assertThat(verdict.finding())
        .isNotNull()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo("stage lacks the tag CostCenter; tag Environment is \"qa\"");
              assertThat(finding.help())
                  .isEqualTo(
                      "set tags = merge(l, { CostCenter = \"...\" }); set Environment to a value that is one of prod,"
                          + " staging");
            });
  }
}

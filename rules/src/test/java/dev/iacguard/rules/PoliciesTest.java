package dev.iacguard.rules;

import static dev.iacguard.rules.HandBuiltStack.attribute;
import static dev.iacguard.rules.HandBuiltStack.choice;
import static dev.iacguard.rules.HandBuiltStack.input;
import static dev.iacguard.rules.HandBuiltStack.join;
import static dev.iacguard.rules.HandBuiltStack.list;
import static dev.iacguard.rules.HandBuiltStack.map;
import static dev.iacguard.rules.HandBuiltStack.number;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.LogGroup;
import dev.iacguard.rules.policy.Policy.LoggingRole;
import dev.iacguard.rules.policy.Policy.RoleOwner;
import dev.iacguard.rules.policy.Policy.StackTags;
import dev.iacguard.rules.policy.Policy.Tags;
import dev.iacguard.rules.policy.RetentionBounds;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other policies than the built-in one change. */
class PoliciesTest {
  private static final String ARN = "arn:aws:iam::123456789012:role/platform/apigw";

  private static Policy policy(
      RetentionBounds retention, StackTags tags, RoleOwner owner, String... approved) {
    return TestPolicies.with(
        new LogGroup(retention, Policy.DEFAULT.logGroup().requiredTags()),
        new Tags(false, tags),
        new LoggingRole(owner, List.of(approved)));
  }

  private static Policy approving(String... approved) {
    return policy(RetentionBounds.NONE, StackTags.NONE, RoleOwner.EITHER, approved);
  }

  private static Verdict.Kind verdict(HandBuiltStack stack, Policy policy, String rule) {
    return new ApiGatewayRules(policy)
        .judge(stack).verdicts().stream()
            .filter(verdict -> verdict.rule().id().equals(rule))
            .map(Verdict::kind)
            .findFirst()
            .orElseThrow();
  }

  private static HandBuiltStack restStage() {
    return new HandBuiltStack().add("aws_api_gateway_stage", "stage", Map.of());
  }

  @ParameterizedTest
  @CsvSource({"STACK, FAIL", "ELSEWHERE, PASS", "EITHER, UNKNOWN"})
  void whoeverOwnsTheRoleHasToSetIt(RoleOwner owner, Verdict.Kind expected) {
    Policy policy = policy(RetentionBounds.NONE, StackTags.NONE, owner);
    assertThat(verdict(restStage(), policy, "IG301")).isEqualTo(expected);
  }

  @Test
  void aStageThatMayNeedNoRoleIsNotAskedForOne() {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add("aws_apigatewayv2_stage", "stage", Map.of("api_id", input("var.api")));
    Policy policy = policy(RetentionBounds.NONE, StackTags.NONE, RoleOwner.STACK);
    assertThat(verdict(stack, policy, "IG301")).isEqualTo(Verdict.Kind.UNKNOWN);
  }

  static Stream<Arguments> roles() {
    Value named = text(ARN);
    Value declared = attribute("role", "arn");
    return Stream.of(
        Arguments.of(named, List.of(ARN), Verdict.Kind.PASS),
        Arguments.of(named, List.of("arn:aws:iam::*:role/platform/*"), Verdict.Kind.PASS),
        Arguments.of(named, List.of("other", "*/apigw"), Verdict.Kind.PASS),
        Arguments.of(named, List.of("apigw"), Verdict.Kind.FAIL),
        Arguments.of(
            join("arn:aws:iam::", input("account"), ":role/platform/apigw"),
            List.of("arn:aws:iam::*:role/platform/apigw"),
            Verdict.Kind.PASS),
        Arguments.of(
            join("arn:aws:iam::", input("account"), ":role/platform/apigw"),
            List.of(ARN),
            Verdict.Kind.UNKNOWN),
        Arguments.of(declared, List.of("role"), Verdict.Kind.PASS),
        Arguments.of(declared, List.of("push-logs"), Verdict.Kind.PASS),
        Arguments.of(declared, List.of("*:role/platform/push-logs"), Verdict.Kind.PASS),
        Arguments.of(declared, List.of("*:role/push-logs"), Verdict.Kind.FAIL),
        Arguments.of(declared, List.of(ARN), Verdict.Kind.FAIL),
        Arguments.of(input("role-export"), List.of("role-export"), Verdict.Kind.PASS),
        Arguments.of(input("role-export"), List.of("other"), Verdict.Kind.UNKNOWN),
        Arguments.of(text("apigw"), List.of("apigw"), Verdict.Kind.FAIL));
  }

  @ParameterizedTest
  @MethodSource("roles")
  void aRoleIsApprovedByAnyOfItsNames(Value role, List<String> approved, Verdict.Kind expected) {
    HandBuiltStack stack =
        restStage()
            .add(
                "aws_iam_role",
                "role",
                Map.of("name", text("push-logs"), "path", text("/platform/")))
            .add("aws_api_gateway_account", "account", Map.of("cloudwatch_role_arn", role));
    assertThat(verdict(stack, approving(approved.toArray(String[]::new)), "IG302"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"NONE, FAIL", "UNKNOWN, UNKNOWN"})
  void tagsOfACloudFormationStackMayCount(StackTags tags, Verdict.Kind expected) {
    Policy policy = policy(RetentionBounds.NONE, tags, RoleOwner.EITHER);
    HandBuiltStack template = new HandBuiltStack().add("AWS::ApiGateway::Stage", "Stage", Map.of());
    assertThat(verdict(template, policy, "IG109")).isEqualTo(expected);
    assertThat(verdict(restStage(), policy, "IG109")).isEqualTo(Verdict.Kind.FAIL);
  }

  private static HandBuiltStack logging(Value retention, Value destination) {
    return new HandBuiltStack()
        .add("aws_cloudwatch_log_group", "group", Map.of("retention_in_days", retention))
        .add(
            "aws_api_gateway_stage",
            "stage",
            Map.of(
                "access_log_settings",
                list(map("destination_arn", destination, "format", "$context.requestId"))));
  }

  static Stream<Arguments> retentions() {
    Value group = attribute("group", "arn");
    return Stream.of(
        Arguments.of(number("365"), group, Verdict.Kind.PASS),
        Arguments.of(text("365"), group, Verdict.Kind.PASS),
        Arguments.of(number("90"), group, Verdict.Kind.FAIL),
        Arguments.of(number("-1"), group, Verdict.Kind.FAIL),
        Arguments.of(number("365.5"), group, Verdict.Kind.FAIL),
        Arguments.of(number("1e30"), group, Verdict.Kind.FAIL),
        Arguments.of(text("a year"), group, Verdict.Kind.FAIL),
        Arguments.of(number("0"), group, Verdict.Kind.NOT_APPLICABLE),
        Arguments.of(input("var.days"), group, Verdict.Kind.UNKNOWN),
        Arguments.of(choice("IsProd", number("365"), number("7")), group, Verdict.Kind.CONDITIONAL),
        Arguments.of(number("90"), input("var.arn"), Verdict.Kind.UNKNOWN),
        Arguments.of(number("90"), text("arn:aws:logs:a:1:log-group:b"), Verdict.Kind.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("retentions")
  void retentionIsHeldAgainstThePolicy(Value retention, Value destination, Verdict.Kind expected) {
    Policy policy =
        policy(new RetentionBounds(365, null, List.of()), StackTags.NONE, RoleOwner.EITHER);
    assertThat(verdict(logging(retention, destination), policy, "IG202")).isEqualTo(expected);
  }

  @Test
  void aClassThatKeepsEventsForADayIgnoresTheRetention() {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add(
                "aws_cloudwatch_log_group",
                "group",
                Map.of("retention_in_days", number("365"), "log_group_class", text("DELIVERY")))
            .add(
                "aws_api_gateway_stage",
                "stage",
                Map.of(
                    "access_log_settings",
                    list(
                        map(
                            "destination_arn",
                            attribute("group", "arn"),
                            "format",
                            "$context.requestId"))));
    Policy policy =
        policy(new RetentionBounds(365, null, List.of()), StackTags.NONE, RoleOwner.EITHER);
    assertThat(verdict(stack, policy, "IG202")).isEqualTo(Verdict.Kind.FAIL);
    assertThat(verdict(stack, Policy.DEFAULT, "IG202")).isEqualTo(Verdict.Kind.PASS);
    assertThat(verdict(stack, policy, "IG201")).isEqualTo(Verdict.Kind.PASS);
  }

  @Test
  void withoutBoundsNothingIsAskedOfWhatIsNotDeclared() {
    HandBuiltStack stack = logging(number("90"), input("var.arn"));
    assertThat(verdict(stack, Policy.DEFAULT, "IG202")).isEqualTo(Verdict.Kind.NOT_APPLICABLE);
    assertThat(verdict(stack, Policy.DEFAULT, "IG201")).isEqualTo(Verdict.Kind.UNKNOWN);
  }

  @Test
  void aRuleWeighsWhatThePolicySays() {
    Policy policy = TestPolicies.withSeverities(Policy.DEFAULT, Map.of("IG109", Severity.NOTE));
    assertThat(new ApiGatewayRules(policy).judge(restStage()).verdicts())
        .filteredOn(verdict -> verdict.rule().id().equals("IG109"))
        .singleElement()
        .extracting(Verdict::severity)
        .isEqualTo(Severity.NOTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IG101", "IG301"})
  void aRuleThatIsOffIsNotAsked(String rule) {
    Policy policy = TestPolicies.withSeverities(Policy.DEFAULT, Map.of(rule, Severity.OFF));
    StackReport report = new ApiGatewayRules(policy).judge(restStage());
    assertThat(report.verdicts()).extracting(verdict -> verdict.rule().id()).doesNotContain(rule);
    StageFacts stage = report.stages().get(0);
    assertThat(stage.verdicts()).doesNotContainKey(rule);
    assertThat(stage.accessLog().status()).isEqualTo("no");
  }

  @ParameterizedTest
  @CsvSource({
    "$context.requestId $context.identity.sourceIp $context.status, -, WARNING",
    "$context.requestId $context.identity.sourceIp $context.status, ERROR, ERROR",
    "$context.requestId $context.identity.sourceIp, -, ERROR",
    "$context.requestId $context.identity.sourceIp $context.responseLatency, -, ERROR"
  })
  void aMissingLatencyAloneIsAWarningUnlessThePolicySaysOtherwise(
      String format, String configured, Severity expected) {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add(
                "aws_api_gateway_stage",
                "stage",
                Map.of(
                    "access_log_settings",
                    list(map("destination_arn", "arn:aws:logs:x", "format", format))));
    Map<String, Severity> severities =
        configured.equals("-") ? Map.of() : Map.of("IG104", Severity.valueOf(configured));
    Policy policy = TestPolicies.withSeverities(Policy.DEFAULT, severities);
    assertThat(
            new ApiGatewayRules(policy)
                .judge(stack).verdicts().stream()
                    .filter(verdict -> verdict.rule().id().equals("IG104"))
                    .map(Verdict::severity))
        .containsExactly(expected);
  }
}

package dev.iacguard.rules;

import static dev.iacguard.rules.HandBuiltStack.list;
import static dev.iacguard.rules.HandBuiltStack.map;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.AccessLog;
import dev.iacguard.rules.policy.Policy.Alarms;
import dev.iacguard.rules.policy.Policy.AlarmsOn;
import dev.iacguard.rules.policy.Policy.Cost;
import dev.iacguard.rules.policy.Policy.StackTags;
import dev.iacguard.rules.policy.Policy.Tags;
import dev.iacguard.rules.policy.WantedFormat;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy can ask of formats, tags and alarms. */
class FormatPoliciesTest {
  private static final String CERTIFICATE =
      "$context.requestId $context.identity.clientCert.clientCertPem";

  private static HandBuiltStack stage(String format) {
    return Answers.rest(
        text("arn:aws:logs:a:1:log-group:b"),
        text(format),
        Map.of("rest_api_id", text("orders"), "tags", map("cost-center", "1", "Owner", "team")));
  }

  private static Finding finding(HandBuiltStack stack, Policy policy, String rule) {
    return Objects.requireNonNull(Answers.verdict(stack, policy, rule).finding());
  }

  private static Policy named(Map<String, String> members) {
    WantedFormat format = new WantedFormat.Named("company", Map.of(ApiKind.REST, members));
    return TestPolicies.with(TestPolicies.wanting(format));
  }

  @Test
  void aNamedFormatIsHeldAgainstEveryStage() {
    HandBuiltStack stack = stage("{\"id\":\"$context.requestId\",\"x\":\"$context.status\"}");
    Map<String, String> same = Map.of("id", "$context.requestId", "x", "$context.status");
    assertThat(Answers.verdict(stack, named(same), "IG401").kind()).isEqualTo(Verdict.Kind.PASS);
    Map<String, String> other = Map.of("id", "$context.status", "y", "$context.path");
    Finding finding = finding(stack, named(other), "IG401");
    assertThat(finding.message()).contains("differs from the format company");
    assertThat(finding.label()).isEqualTo("lacks y; also has x; has a different value for id");
  }

  @Test
  void aNamedFormatAsksNothingOfOtherKindsOfApis() {
    WantedFormat http = new WantedFormat.Named("company", Map.of(ApiKind.HTTP, Map.of()));
    Policy policy = TestPolicies.with(TestPolicies.wanting(http));
    assertThat(Answers.verdict(stage("{\"id\":\"$context.requestId\"}"), policy, "IG401").kind())
        .isEqualTo(Verdict.Kind.NOT_APPLICABLE);
  }

  @Test
  void aNamedFormatIsJson() {
    assertThat(Answers.verdict(stage("$context.requestId"), named(Map.of()), "IG106").kind())
        .isEqualTo(Verdict.Kind.FAIL);
  }

  @Test
  void aFieldMayBeAskedForByItsVariable() {
    Field path = Objects.requireNonNull(Fields.ofVariable("$context.path"));
    Policy policy =
        TestPolicies.with(new AccessLog(new WantedFormat.Any(), List.of(path), List.of()));
    assertThat(finding(stage("$context.requestId"), policy, "IG104").message())
        .isEqualTo("access log format lacks $context.path");
    assertThat(Answers.verdict(stage("$context.path"), policy, "IG104").kind())
        .isEqualTo(Verdict.Kind.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    "$context.identity.clientCert.subjectDN, PASS",
    "$context.authorizer.claims.email, PASS",
    "$context.authorizer.userEmail, FAIL",
    "$context.identity.sourceIp, FAIL"
  })
  void whatIsRequiredOrPermittedIsNoLeak(String variable, Verdict.Kind expected) {
    Field caller = Objects.requireNonNull(Fields.named("caller"));
    Policy policy =
        TestPolicies.with(
            new AccessLog(
                new WantedFormat.Any(), List.of(caller), List.of("$context.authorizer.claims.")));
    assertThat(Answers.verdict(stage("$context.requestId " + variable), policy, "IG108").kind())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"1563, PASS", "1562, FAIL", "-, NOT_APPLICABLE"})
  void theBudgetIsThePolicys(Integer bytes, Verdict.Kind expected) {
    Policy policy = TestPolicies.with(new Cost(bytes, null, null));
    assertThat(Answers.verdict(stage(CERTIFICATE), policy, "IG402").kind()).isEqualTo(expected);
  }

  @Test
  void withRequestsThereIsAPrice() {
    Policy policy = TestPolicies.with(new Cost(100, 10_000_000L, null));
    assertThat(finding(stage(CERTIFICATE), policy, "IG402").message())
        .isEqualTo(
            "access log writes about 1563 bytes per request, more than 100:"
                + " 15.63 GB and $5.32 a month to ingest");
  }

  @ParameterizedTest
  @CsvSource({
    "ANY, 4XXError, PASS",
    "ANY, 5XXError, PASS",
    "ANY, Latency, FAIL",
    "CLIENT_ERRORS, 4XXError, PASS",
    "CLIENT_ERRORS, 5XXError, FAIL",
    "SERVER_ERRORS, 5XXError, PASS",
    "SERVER_ERRORS, 4XXError, FAIL",
    "BOTH, 4XXError, FAIL",
    "BOTH, 5XXError, FAIL"
  })
  void thePolicySaysWhichErrorsSomebodyIsToldOf(
      AlarmsOn wanted, String metric, Verdict.Kind expected) {
    HandBuiltStack stack =
        stage("$context.requestId")
            .add(
                "aws_cloudwatch_metric_alarm",
                "alarm",
                Map.of("metric_name", text(metric), "dimensions", map("ApiName", "orders")));
    Policy policy = TestPolicies.with(new Alarms(wanted));
    assertThat(Answers.verdict(stack, policy, "IG403").kind()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"false, PASS", "true, FAIL"})
  void tagKeysMayHaveToBeExact(boolean exactly, Verdict.Kind expected) {
    Policy policy = TestPolicies.with(new Tags(exactly, StackTags.NONE));
    assertThat(Answers.verdict(stage("$context.requestId"), policy, "IG109").kind())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"IG103, WARNING", "IG105, WARNING", "IG107, ERROR"})
  void aFindingMayWeighLessThanItsRule(String rule, Severity expected) {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add("aws_apigatewayv2_api", "api", Map.of("protocol_type", text("WEBSOCKET")))
            .add(
                "aws_apigatewayv2_stage",
                "stage",
                Map.of(
                    "api_id",
                    HandBuiltStack.attribute("api", "id"),
                    "access_log_settings",
                    list(
                        map(
                            "destination_arn",
                            "arn:aws:firehose:a:1:deliverystream/amazon-apigateway-x",
                            "format",
                            "$context.path"))));
    Verdict verdict = Answers.verdict(stack, Policy.DEFAULT, rule);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.FAIL);
    assertThat(verdict.severity()).isEqualTo(expected);
  }
}

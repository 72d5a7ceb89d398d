package dev.iacguard.rules;

import static dev.iacguard.rules.HandBuiltStack.attribute;
import static dev.iacguard.rules.HandBuiltStack.choice;
import static dev.iacguard.rules.HandBuiltStack.input;
import static dev.iacguard.rules.HandBuiltStack.list;
import static dev.iacguard.rules.HandBuiltStack.map;
import static dev.iacguard.rules.HandBuiltStack.nothing;
import static dev.iacguard.rules.HandBuiltStack.number;
import static dev.iacguard.rules.HandBuiltStack.openList;
import static dev.iacguard.rules.HandBuiltStack.openMap;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Generated;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of stages, in every vocabulary. */
class StagesTest {
  private static final Value LOGS = text("arn:aws:logs:eu-west-1:1:log-group:/apigw");

  private static final Value SETTINGS =
      map("destination_arn", LOGS, "format", "$context.requestId");

  private static final Value TEMPLATE_SETTINGS =
      map("DestinationArn", LOGS, "Format", "$context.requestId");

  private static StackReport judge(HandBuiltStack stack) {
    return new ApiGatewayRules().judge(stack);
  }

  private static StageFacts only(HandBuiltStack stack) {
    List<StageFacts> stages = judge(stack).stages();
    assertThat(stages).hasSize(1);
    return stages.get(0);
  }

  /** A type, its attributes, and the kind, API, name and access log it stands for. */
  static Stream<Arguments> vocabulary() {
    return Stream.of(
        row("aws_api_gateway_stage", Map.of("stage_name", text("prod")), "declared REST prod no"),
        row(
            "aws_api_gateway_stage",
            Map.of("access_log_settings", list(SETTINGS)),
            "declared REST null yes"),
        row(
            "aws_api_gateway_stage",
            Map.of("access_log_settings", list()),
            "declared REST null no"),
        row(
            "aws_api_gateway_stage",
            Map.of("access_log_settings", openList()),
            "declared REST null unknown"),
        row(
            "aws_api_gateway_stage",
            Map.of("access_log_settings", input("x")),
            "declared REST null unknown"),
        row(
            "aws_api_gateway_stage",
            Map.of("access_log_settings", list(openMap("format", "$context.requestId"))),
            "declared REST null yes"),
        row(
            "aws_api_gateway_stage",
            Map.of("access_log_settings", list(map("destination_arn", nothing(), "format", "x"))),
            "declared REST null no"),
        row(
            "aws_apigatewayv2_stage",
            Map.of("api_id", attribute("http", "id"), "name", text("$default")),
            "declared HTTP $default no"),
        row(
            "aws_apigatewayv2_stage",
            Map.of("api_id", attribute("socket", "id")),
            "declared WEBSOCKET null no"),
        row("aws_apigatewayv2_stage", Map.of("api_id", input("x")), "declared UNKNOWN null no"),
        row(
            "awscc_apigateway_stage",
            Map.of("access_log_setting", SETTINGS),
            "declared REST null yes"),
        row(
            "awscc_apigatewayv2_stage",
            Map.of("access_log_settings", SETTINGS, "api_id", attribute("http", "api_id")),
            "declared HTTP null yes"),
        row(
            "AWS::ApiGateway::Stage",
            Map.of("AccessLogSetting", TEMPLATE_SETTINGS, "StageName", text("prod")),
            "declared REST prod yes"),
        row(
            "AWS::ApiGateway::Stage",
            Map.of("AccessLogSettings", TEMPLATE_SETTINGS),
            "declared REST null no"),
        row(
            "AWS::ApiGatewayV2::Stage",
            Map.of("AccessLogSettings", TEMPLATE_SETTINGS, "ApiId", attribute("Socket", "")),
            "declared WEBSOCKET null yes"),
        row(
            "aws_api_gateway_deployment",
            Map.of("stage_name", text("prod")),
            "deployment REST prod no"),
        row(
            "AWS::ApiGateway::Deployment",
            Map.of(
                "StageName",
                text("prod"),
                "StageDescription",
                map("AccessLogSetting", TEMPLATE_SETTINGS)),
            "deployment REST prod yes"),
        row(
            "AWS::ApiGateway::Deployment",
            Map.of("StageName", text("prod"), "StageDescription", input("x")),
            "deployment REST prod unknown"),
        row(
            "aws_apigatewayv2_api",
            Map.of("target", text("https://example.com"), "protocol_type", text("HTTP")),
            "quick-create HTTP $default no"));
  }

  private static Arguments row(String type, Map<String, Value> attributes, String facts) {
    return Arguments.of(type, attributes, facts);
  }

  @ParameterizedTest
  @MethodSource("vocabulary")
  void areReadInEveryVocabulary(String type, Map<String, Value> attributes, String facts) {
    StageFacts stage =
        only(
            new HandBuiltStack()
                .add("aws_apigatewayv2_api", "http", Map.of("protocol_type", text("HTTP")))
                .add("aws_apigatewayv2_api", "socket", Map.of("protocol_type", text("WEBSOCKET")))
                .add("AWS::ApiGatewayV2::Api", "Socket", Map.of("ProtocolType", text("WEBSOCKET")))
                .add(type, "stage", attributes));
    assertThat(
            String.join(
                " ",
                stage.kind(),
                stage.api(),
                String.valueOf(stage.stageName()),
                stage.accessLog().status()))
        .isEqualTo(facts);
  }

  @Test
  void withoutNameOrTargetNothingIsMade() {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add("aws_api_gateway_deployment", "plain", Map.of())
            .add("aws_api_gateway_deployment", "null", Map.of("stage_name", nothing()))
            .add("aws_apigatewayv2_api", "api", Map.of("protocol_type", text("HTTP")));
    assertThat(judge(stack).stages()).isEmpty();
    assertThat(judge(stack).verdicts()).isEmpty();
  }

  @Test
  void overridesLogTheStageOfQuickCreate() {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add(
                "AWS::ApiGatewayV2::Api",
                "Api",
                Map.of("Target", text("x"), "ProtocolType", text("HTTP")))
            .add(
                "AWS::ApiGatewayV2::ApiGatewayManagedOverrides",
                "Overrides",
                Map.of(
                    "ApiId",
                    attribute("Api", ""),
                    "Stage",
                    map("AccessLogSettings", TEMPLATE_SETTINGS)));
    assertThat(only(stack).accessLog().status()).isEqualTo("yes");
  }

  @Test
  void aGeneratedStageIsOfTheKindItWasGeneratedAs() {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add(
                "AWS::ApiGateway::Stage",
                "ApiStage",
                List.of(),
                new Generated(Address.of("", "Api"), "sam-extra"),
                Map.of());
    StageFacts stage = only(stack);
    assertThat(stage.kind()).isEqualTo("sam-extra");
    assertThat(stage.id()).isEqualTo("ApiStage");
    assertThat(stage.resource()).isEqualTo("Api");
    assertThat(stage.verdicts())
        .containsEntry("IG102", Verdict.Kind.FAIL)
        .containsEntry("IG101", Verdict.Kind.NOT_APPLICABLE)
        .containsEntry("IG109", Verdict.Kind.NOT_APPLICABLE);
  }

  @Test
  void aConditionalStageIsShownAsItIsWhereItLogs() {
    Value settings = choice("IsProd", TEMPLATE_SETTINGS, nothing());
    StageFacts stage =
        only(
            new HandBuiltStack()
                .add("AWS::ApiGateway::Stage", "Stage", Map.of("AccessLogSetting", settings)));
    assertThat(stage.accessLog().status()).isEqualTo("conditional");
    assertThat(stage.accessLog().when()).isEqualTo("IsProd is false");
    assertThat(Objects.requireNonNull(stage.accessLog().format()).fields())
        .containsExactly("$context.requestId");
    StageFacts.LogGroup group = Objects.requireNonNull(stage.logGroup());
    assertThat(group.declared()).isFalse();
    assertThat(group.name()).isEqualTo("/apigw");
    assertThat(group.retention()).isEqualTo("external");
  }

  @Test
  void aStageThatIsNeverThereIsNoStage() {
    Condition never =
        new Condition.AllOf(
            List.of(
                new Condition.Equals("Env", "a", List.of()),
                new Condition.Equals("Env", "b", List.of())));
    HandBuiltStack stack =
        new HandBuiltStack().add("AWS::ApiGateway::Stage", "Stage", List.of(never), null, Map.of());
    assertThat(judge(stack).stages()).isEmpty();
  }

  @Test
  void retentionThatIsNotTheSameEverywhereIsNotKnown() {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add(
                "AWS::Logs::LogGroup",
                "Logs",
                Map.of("RetentionInDays", choice("IsProd", number("365"), number("7"))))
            .add(
                "AWS::ApiGateway::Stage",
                "Stage",
                Map.of(
                    "AccessLogSetting",
                    map("DestinationArn", attribute("Logs", "Arn"), "Format", "x")));
    StageFacts.LogGroup group = Objects.requireNonNull(only(stack).logGroup());
    assertThat(group.retentionDays()).isNull();
    assertThat(group.retention()).isEqualTo("unknown");
  }

  @Test
  void retentionUnderTheDefaultsIsShownWhereAnInputMayHaveOtherValues() {
    List<String> allowed = List.of("dev", "prod");
    assertThat(retentionDays(new Condition.Equals("Env", "prod", allowed, "prod"))).isEqualTo(365);
    assertThat(retentionDays(new Condition.Equals("Env", "prod", allowed, "dev"))).isEqualTo(7);
    assertThat(retentionDays(new Condition.Equals("Env", "prod", allowed))).isNull();
  }

  /** The days of a log group that keeps logs for 365 where the condition holds, otherwise for 7. */
  private static @Nullable Integer retentionDays(Condition condition) {
    Value days = new Value.Choice(condition, number("365"), number("7"), nothing().origin());
    HandBuiltStack stack =
        new HandBuiltStack()
            .add("AWS::Logs::LogGroup", "Logs", Map.of("RetentionInDays", days))
            .add(
                "AWS::ApiGateway::Stage",
                "Stage",
                Map.of(
                    "AccessLogSetting",
                    map("DestinationArn", attribute("Logs", "Arn"), "Format", "x")));
    return Objects.requireNonNull(only(stack).logGroup()).retentionDays();
  }

  /** The tags of any shape, and whether they are all. */
  static Stream<Arguments> tags() {
    Value pair = map("Key", "Owner", "Value", "a");
    return Stream.of(
        tagRow("aws_api_gateway_stage", "tags", map("Owner", "a"), "Owner", true),
        tagRow("aws_api_gateway_stage", "tags_all", map("Owner", "a"), "Owner", true),
        tagRow("aws_api_gateway_stage", "tags", openMap("Owner", "a"), "Owner", false),
        tagRow("aws_api_gateway_stage", "tags", input("x"), "", false),
        tagRow("aws_api_gateway_stage", "tags", map("Owner", nothing()), "", true),
        tagRow(
            "awscc_apigateway_stage",
            "tags",
            list(map("key", "Owner", "value", "a")),
            "Owner",
            true),
        tagRow("awscc_apigatewayv2_stage", "tags", text("{\"Owner\":\"a\"}"), "Owner", true),
        tagRow("awscc_apigatewayv2_stage", "tags", text("no json"), "", false),
        tagRow("AWS::ApiGateway::Stage", "Tags", list(pair), "Owner", true),
        tagRow("AWS::ApiGateway::Stage", "Tags", openList(pair), "Owner", false),
        tagRow("AWS::ApiGateway::Stage", "Tags", list(pair, nothing()), "Owner", true),
        tagRow("AWS::ApiGateway::Stage", "Tags", list(pair, input("x")), "Owner", false),
        tagRow(
            "AWS::ApiGateway::Stage",
            "Tags",
            list(map("Key", input("x"), "Value", "a")),
            "",
            false),
        tagRow("AWS::ApiGatewayV2::Stage", "Tags", map("Owner", number("1")), "Owner", true));
  }

  private static Arguments tagRow(
      String type, String attribute, Value tags, String keys, boolean complete) {
    return Arguments.of(type, attribute, tags, keys, complete);
  }

  @ParameterizedTest
  @MethodSource("tags")
  void haveTagsOfEveryShape(
      String type, String attribute, Value tags, String keys, boolean complete) {
    StageFacts.Tags read =
        only(new HandBuiltStack().add(type, "stage", Map.of(attribute, tags))).tags();
    assertThat(String.join(" ", read.values().keySet())).isEqualTo(keys);
    assertThat(read.complete()).isEqualTo(complete);
  }

  @Test
  void secretsAreNotShown() {
    Value secret = text("s3cr3t").withOrigin(HandBuiltStack.ORIGIN.asSensitive());
    StageFacts stage =
        only(
            new HandBuiltStack()
                .add("aws_api_gateway_stage", "stage", Map.of("tags", map("Owner", secret))));
    assertThat(stage.tags().values()).containsEntry("Owner", null);
  }

  @Test
  void aLogGroupIsJudgedOnceForAllItsStages() {
    Value settings =
        list(map("destination_arn", attribute("group", "arn"), "format", "$context.requestId"));
    HandBuiltStack stack = new HandBuiltStack().add("aws_cloudwatch_log_group", "group", Map.of());
    for (int i = 0; i < 6; i++) {
      stack.add("aws_api_gateway_stage", "stage" + i, Map.of("access_log_settings", settings));
    }
    StackReport report = judge(stack);
    assertThat(report.verdicts())
        .filteredOn(verdict -> verdict.rule().id().equals("IG201"))
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.subject().id()).isEqualTo("group");
              assertThat(Objects.requireNonNull(verdict.finding()).related())
                  .extracting(related -> related.message())
                  .containsExactly(
                      "access log of stage0",
                      "access log of stage1",
                      "access log of stage2",
                      "and of 3 more");
            });
    assertThat(report.stages())
        .allSatisfy(
            stage -> assertThat(stage.verdicts()).containsEntry("IG201", Verdict.Kind.FAIL));
  }

  @Test
  void anHttpStageHasNoPartInTheAccountsRole() {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add("aws_apigatewayv2_api", "http", Map.of("protocol_type", text("HTTP")))
            .add("aws_apigatewayv2_stage", "v2", Map.of("api_id", attribute("http", "id")))
            .add("aws_api_gateway_stage", "rest", Map.of())
            .add("aws_api_gateway_account", "account", Map.of());
    Map<String, StageFacts> stages =
        judge(stack).stages().stream().collect(Collectors.toMap(StageFacts::id, stage -> stage));
    StageFacts http = Objects.requireNonNull(stages.get("v2"));
    StageFacts rest = Objects.requireNonNull(stages.get("rest"));
    assertThat(http.accountRole().status()).isEqualTo("not-required");
    assertThat(http.verdicts()).containsEntry("IG301", Verdict.Kind.NOT_APPLICABLE);
    assertThat(rest.accountRole().status()).isEqualTo("none-declared");
    assertThat(rest.verdicts()).containsEntry("IG301", Verdict.Kind.FAIL);
  }
}

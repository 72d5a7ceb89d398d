package dev.iacguard.rules.custom;

import static dev.iacguard.rules.HandBuiltStack.attribute;
import static dev.iacguard.rules.HandBuiltStack.choice;
import static dev.iacguard.rules.HandBuiltStack.input;
import static dev.iacguard.rules.HandBuiltStack.join;
import static dev.iacguard.rules.HandBuiltStack.list;
import static dev.iacguard.rules.HandBuiltStack.map;
import static dev.iacguard.rules.HandBuiltStack.number;
import static dev.iacguard.rules.HandBuiltStack.openMap;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.rules.HandBuiltStack;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomRulesTest {
  private static final String OPEN = "unknown: cannot tell 'Nothing is bad': ";

  /** A REST stage that logs to a declared log group. */
  private static HandBuiltStack stack(Value days, Value tags, Value cluster) {
    return new HandBuiltStack()
        .add(
            "aws_cloudwatch_log_group",
            "aws_cloudwatch_log_group.logs",
            Map.of("name", text("/api"), "retention_in_days", days))
        .add(
            "aws_api_gateway_stage",
            "aws_api_gateway_stage.prod",
            Map.of(
                "stage_name",
                text("prod"),
                "tags",
                tags,
                "cache_cluster_enabled",
                cluster,
                "variables",
                map("level", join("v-", input("var.level"))),
                "access_log_settings",
                list(
                    map(
                        "destination_arn",
                        attribute("aws_cloudwatch_log_group.logs", "arn"),
                        "format",
                        "{\"id\":\"$context.requestId\"}"))));
  }

  private static final HandBuiltStack GOOD =
      stack(number("400"), map("Owner", "team"), new Value.Bool(true, HandBuiltStack.ORIGIN));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stage.name == 'prod' | pass",
        "stage.api == 'REST' && stage.kind == 'declared' | pass",
        "stage.id.endsWith('.prod') && stage.type.startsWith('aws_') | pass",
        "stage.path == 'main.tf' | pass",
        "has(stage.tags.Owner) | pass",
        "has(stage.tags.Team) | fail: no",
        "stage.tags['Owner'] in ['team', 'crew'] | pass",
        "'$context.requestId' in stage.accessLog.variables | pass",
        "stage.accessLog.formatKind == 'json' | pass",
        "stage.accessLog.destination == 'log-group' | pass",
        "stage.accessLog.format.matches('^.*requestId.*$') | pass",
        "stage.logGroup.retentionDays >= 365 | pass",
        "stage.logGroup.retentionDays >= 500 | fail: no",
        "stage.logGroup.name + '!' == '/api!' | pass",
        "stage.attributes.cache_cluster_enabled | pass",
        "stage.attributes.access_log_settings.all(log, has(log.format)) | pass",
        "stage.attributes.missing == 1 | unknown: cannot tell 'Nothing is bad': key 'missing' is not present in map",
      })
  void anExpressionSeesTheSubject(String require, String expected) {
    assertThat(Asking.stage(GOOD, null, require)).containsExactly(expected);
  }

  @Test
  void whatIsNotKnownIsNamedWhereItDecides() {
    HandBuiltStack stack = stack(input("var.days"), openMap("Owner", "team"), input("var.cluster"));

    assertThat(Asking.stage(stack, null, "stage.logGroup.retentionDays > 3"))
        .containsExactly(OPEN + "stage.logGroup.retentionDays: var.days has no value here");
    assertThat(
            Asking.stage(stack, null, "stage.name == 'prod' || stage.logGroup.retentionDays > 3"))
        .containsExactly("pass");
    assertThat(Asking.stage(stack, null, "stage.name == 'x' && stage.logGroup.retentionDays > 3"))
        .containsExactly("fail: no");
    assertThat(Asking.stage(stack, null, "has(stage.tags.Team)"))
        .containsExactly(OPEN + "stage.tags: may have more entries");
    assertThat(Asking.stage(stack, null, "stage.attributes.variables.level == 'x'"))
        .containsExactly(OPEN + "stage.attributes.variables.level: var.level has no value here");
    assertThat(Asking.stage(stack, "stage.attributes.cache_cluster_enabled", "false"))
        .containsExactly(
            OPEN + "stage.attributes.cache_cluster_enabled: var.cluster has no value here");
  }

  @Test
  void whereTheConditionIsFalseTheRuleDoesNotApply() {
    assertThat(Asking.stage(GOOD, "stage.name == 'dev'", "false"))
        .containsExactly("not-applicable");
  }

  @Test
  void messagesHoldExpressions() {
    assertThat(
            Asking.stage(
                GOOD, null, "false", "{stage.name} keeps {stage.logGroup.retentionDays} {{days}}"))
        .containsExactly("fail: prod keeps 400 {days}");
    assertThat(Asking.stage(GOOD, null, "false", "variable is {stage.attributes.variables.level}"))
        .containsExactly("fail: variable is …");
  }

  @Test
  void eachScenarioHasItsOwnAnswerAndOnlyWhatIsUsedMakesScenarios() {
    HandBuiltStack stack =
        stack(
            choice("IsProd", number("400"), number("7")),
            map("Owner", "team"),
            choice("Other", text("a"), text("b")));

    assertThat(
            Asking.stage(
                stack,
                null,
                "stage.logGroup.retentionDays > 30",
                "kept {stage.logGroup.retentionDays}"))
        .containsExactly("pass", "fail: kept 7");
  }

  @Test
  void resourcesOfAnyTypeCanBeJudged() {
    HandBuiltStack stack =
        new HandBuiltStack()
            .add("aws_lambda_function", "aws_lambda_function.f", Map.of("timeout", number("60")));
    CustomRules rules =
        Asking.good(
            Asking.rule(
                "resource(\"aws_lambda_function\")",
                null,
                "resource.attributes.timeout < 30",
                "{resource.id} may take {resource.attributes.timeout} s"));
    Rule<SeenResource, String> rule =
        rules.<String>ofResources(rules.resourceTypes().first()).get(0);
    Scenario scenario = Scenarios.first(new WorkBudget(), first -> first);

    assertThat(
            Asking.words(
                rule.check(
                    new SeenResource(stack.resources("aws_lambda_function").get(0), scenario), "")))
        .isEqualTo("fail: aws_lambda_function.f may take 60 s");
    assertThat(rules.<String>ofResources("aws_s3_bucket")).isEmpty();
  }
}

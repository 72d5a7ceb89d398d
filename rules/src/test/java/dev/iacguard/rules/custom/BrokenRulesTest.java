package dev.iacguard.rules.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.rules.HandBuiltStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenRulesTest {
  private static final HandBuiltStack STAGE =
      new HandBuiltStack()
          .add(
              "aws_api_gateway_stage",
              "aws_api_gateway_stage.prod",
              Map.of("stage_name", HandBuiltStack.text("prod")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stage.nam == 'x' | 1:17 there is no field 'nam'; did you mean 'name'?",
        "stage.logGroup.retentionDay > 3 | 1:26 there is no field 'retentionDay'; did you mean 'retentionDays'?",
        "stage.name | 1:12 the expression returns a string where true or false is needed",
        "1 + 1 | 1:12 the expression returns a number where true or false is needed",
      })
  void mistakesAreNamedAtTheirPlace(String require, String expected) {
    assertThat(Asking.problems("stage", require)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"stage.name ==", "(", "stage.name == 1", "stages.size() > 0", "foo(stage)", "'"})
  void whatIsNoExpressionIsRefused(String require) {
    assertThat(Asking.problems("stage", require)).isNotEmpty();
  }

  @Test
  void textsOutOfAllProportionAreRefused() {
    assertThat(Asking.problems("stage", "true" + " || true".repeat(1_000))).isNotEmpty();
    assertThat(Asking.problems("stage", "(".repeat(500) + "true" + ")".repeat(500))).isNotEmpty();
  }

  @Test
  void whatRunsAwayIsStopped() {
    String doubled = "['xxxxxxxxxx']" + ".map(x, x + x + x + x)".repeat(40);
    String nested =
        "[1,2,3,4,5,6,7,8,9,10].all(a, [1,2,3,4,5,6,7,8,9,10].all(b, "
            + "[1,2,3,4,5,6,7,8,9,10].all(c, [1,2,3,4,5,6,7,8,9,10].all(d, "
            + "[1,2,3,4,5,6,7,8,9,10].all(e, [1,2,3,4,5,6,7,8,9,10].all(f, a > 0))))))";

    assertThat(Asking.stage(STAGE, null, doubled + "[0] == ''").get(0)).startsWith("unknown: ");
    assertThat(Asking.stage(STAGE, null, nested).get(0)).startsWith("unknown: ");
    assertThat(Asking.stage(STAGE, null, "!stage.name.matches('^(a+)+$')")).containsExactly("pass");
    assertThat(Asking.stage(STAGE, null, "stage.name.matches('((a{100}){100}){100}')").get(0))
        .startsWith("unknown: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{stage.name", "stage.name}", "{stage.nam}", "{}"})
  void aMessageThatIsNoneIsRefused(String message) {
    CustomRules.Compiled compiled =
        CustomRules.compile(List.of(Asking.rule("stage", null, "true", message)));

    assertThat(compiled.problems()).isNotEmpty();
    assertThat(compiled.rules().ofStages()).isEmpty();
  }

  @Test
  void targetsAreReadStrictly() {
    assertThat(Target.of("resource(\"AWS::Lambda::Function\")"))
        .isEqualTo(new Target(Target.Kind.RESOURCE, "AWS::Lambda::Function"));
    assertThat(Target.of("log-group")).isEqualTo(new Target(Target.Kind.LOG_GROUP, ""));
    for (String wrong :
        List.of("stages", "resource", "resource()", "resource(\"\")", "resource(a)")) {
      assertThat(Target.of(wrong)).as(wrong).isNull();
    }
  }
}

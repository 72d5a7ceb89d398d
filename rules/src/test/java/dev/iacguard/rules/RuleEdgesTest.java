package dev.iacguard.rules;

import static dev.iacguard.rules.HandBuiltStack.input;
import static dev.iacguard.rules.HandBuiltStack.join;
import static dev.iacguard.rules.HandBuiltStack.list;
import static dev.iacguard.rules.HandBuiltStack.map;
import static dev.iacguard.rules.HandBuiltStack.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.rules.policy.Policy;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules say just where their answer turns. */
class RuleEdgesTest {
  private static final String STREAM = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/";

  private static HandBuiltStack rest(Value destination, Value format) {
    return Answers.rest(destination, format, Map.of());
  }

  private static HandBuiltStack http(Value format) {
    return new HandBuiltStack()
        .add("aws_apigatewayv2_api", "api", Map.of("protocol_type", text("HTTP")))
        .add(
            "aws_apigatewayv2_stage",
            "stage",
            Map.of(
                "name",
                text("prod"),
                "api_id",
                HandBuiltStack.attribute("api", "id"),
                "access_log_settings",
                list(map("destination_arn", text(STREAM + "x"), "format", format))));
  }

  private static Verdict verdict(HandBuiltStack stack, String rule) {
    return Answers.verdict(stack, Policy.DEFAULT, rule);
  }

  private static Value padded(int length) {
    String start = "$context.requestId ";
    return text(start + "x".repeat(length - start.length()));
  }

  @ParameterizedTest
  @CsvSource({"3072, PASS", "3073, FAIL"})
  void aFormatHasAGreatestLength(int length, Verdict.Kind kind) {
    assertThat(verdict(rest(text(STREAM), padded(length)), "IG107").kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"1025, PASS", "3072, PASS", "3073, FAIL"})
  void ofVersion2TooThoughItsModelSaysLess(int length, Verdict.Kind kind) {
    assertThat(verdict(http(padded(length)), "IG107").kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | has no $context variable",
        "$context.a | has a",
        "$context.a $context.b $context.c $context.d $context.e $context.f"
            + " | has a, b, c, d, e, f",
        "$context.a $context.b $context.c $context.d $context.e $context.f $context.g"
            + " | has a, b, c, d, e, f and 1 more"
      })
  void whatAFormatHasIsNamedBesideWhatItLacks(String format, String label) {
    Finding finding = verdict(rest(text(STREAM), text(format)), "IG104").finding();
    assertThat(Objects.requireNonNull(finding).label()).isEqualTo(label);
  }

  static Stream<Arguments> streams() {
    return Stream.of(
        Arguments.of(text(STREAM + "amazon-apigateway-"), Verdict.Kind.PASS, null),
        Arguments.of(text(STREAM + "amazon-apigateway-a"), Verdict.Kind.PASS, null),
        Arguments.of(text(STREAM + "amazon-apigateway"), Verdict.Kind.FAIL, "is not named"),
        Arguments.of(text(STREAM + "orders"), Verdict.Kind.FAIL, "is not named"),
        Arguments.of(
            join(STREAM + "amazon-api", input("var.x")), Verdict.Kind.UNKNOWN, "may write"),
        Arguments.of(join(STREAM + "amazon-apigateway-", input("var.x")), Verdict.Kind.PASS, null),
        Arguments.of(join(STREAM + "orders-", input("var.x")), Verdict.Kind.FAIL, "is not named"));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void aStreamsNameHasToStartInOneWay(
      Value destination, Verdict.Kind kind, @Nullable String message) {
    Verdict verdict = verdict(rest(destination, text("$context.requestId")), "IG103");
    assertThat(verdict.kind()).isEqualTo(kind);
    Finding finding = verdict.finding();
    assertThat(finding == null).isEqualTo(message == null);
    if (finding != null && message != null) {
      assertThat(finding.message()).contains(message);
    }
  }
}

package dev.iacguard.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.ContextVariables;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  @ParameterizedTest
  @CsvSource({
    "owner, true, false",
    "OWNER, true, false",
    "Own_er, true, false",
    "o w-n:e_r, true, false",
    "owners, false, false",
    "Owner, true, true",
    "'', false, false"
  })
  void tagKeysCompareWithoutCaseAndSeparatorsOrExactly(
      String present, boolean similar, boolean exact) {
    assertThat(TagKeys.same("Owner", present, false)).isEqualTo(similar);
    assertThat(TagKeys.same("Owner", present, true)).isEqualTo(exact);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, 7, -",
        "-, -, 8, is not a value that CloudWatch Logs accepts",
        "30, -, 30, -",
        "30, -, 14, is shorter than the required 30 days",
        "-, 365, 365, -",
        "-, 365, 400, is longer than the 365 days allowed",
        "30, 365, 31, is not a value that CloudWatch Logs accepts"
      })
  void retentionIsHeldAgainstItsBounds(Integer min, Integer max, int days, String objection) {
    assertThat(new RetentionBounds(min, max, List.of()).objection(days)).isEqualTo(objection);
  }

  @Test
  void onlyAllowedValuesPass() {
    RetentionBounds bounds = new RetentionBounds(null, null, List.of(365, 400));
    assertThat(bounds.objection(365)).isNull();
    assertThat(bounds.objection(90)).isEqualTo("is not one of [365, 400]");
  }

  @ParameterizedTest
  @CsvSource({"-, 31, 30", "-, 2, 1", "-, 9999, 3653", "365, 31, 365", "400, 365, 400"})
  void theNearestValueKeepsTheBounds(String min, int days, int nearest) {
    Integer bound = min.equals("-") ? null : Integer.valueOf(min);
    assertThat(new RetentionBounds(bound, null, List.of()).nearest(days)).isEqualTo(nearest);
  }

  @Test
  void thereMayBeNoValueThatKeepsTheBounds() {
    assertThat(new RetentionBounds(5_000, null, List.of()).nearest(365)).isNull();
  }

  @Test
  void everyVariableOfAFieldExists() {
    for (Field field : Fields.ALL) {
      for (ApiKind api : List.of(ApiKind.REST, ApiKind.HTTP, ApiKind.WEBSOCKET)) {
        for (String name : field.variables(api)) {
          ContextVariable variable =
              ContextVariables.find(name.endsWith(".") ? name + "any" : name);
          assertThat(variable).as(name).isNotNull();
          assertThat(variable.isFilledIn(api)).as(name).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "$context.resourcePath, true, false, false",
    "$context.routeKey, false, true, true",
    "$context.connectionId, false, false, true",
    "$context.authorizer.claims.sub, true, true, false"
  })
  void aVariableIsAFieldToo(String variable, boolean rest, boolean http, boolean socket) {
    Field field = Objects.requireNonNull(Fields.ofVariable(variable));
    assertThat(field.label()).isEqualTo(variable);
    assertThat(field.isAvailable(ApiKind.REST)).isEqualTo(rest);
    assertThat(field.isAvailable(ApiKind.HTTP)).isEqualTo(http);
    assertThat(field.isAvailable(ApiKind.WEBSOCKET)).isEqualTo(socket);
    assertThat(field.isIn(List.of(variable), ApiKind.HTTP)).isEqualTo(http);
  }

  @Test
  void whatIsNoVariableIsNoField() {
    assertThat(Fields.ofVariable("$context.requestID")).isNull();
    assertThat(Fields.ofVariable("requestId")).isNull();
    assertThat(Fields.named("latency")).isEqualTo(Fields.LATENCY);
    assertThat(Fields.named("Latency")).isNull();
  }

  @Test
  void everyFieldHasAVariableForSomeApi() {
    assertThat(Fields.ALL)
        .allMatch(
            field ->
                List.of(ApiKind.REST, ApiKind.HTTP, ApiKind.WEBSOCKET).stream()
                    .anyMatch(field::isAvailable));
    assertThat(Fields.ALL).extracting(Field::label).doesNotHaveDuplicates();
    assertThat(Fields.ALL).containsAll(Policy.DEFAULT.accessLog().requiredFields());
  }

  @ParameterizedTest
  @CsvSource({
    "latency, REST, $context.responseLatency, true",
    "latency, WEBSOCKET, $context.responseLatency, false",
    "latency, WEBSOCKET, $context.integrationLatency, true",
    "caller, HTTP, $context.authorizer.claims.email, true",
    "caller, HTTP, $context.authorizer.claimsEmail, false",
    "request-id, HTTP, $context.extendedRequestId, true",
    "method, REST, $context.routeKey, false",
    "method, HTTP, $context.routeKey, true"
  })
  void aVariableTellsAFieldOrNot(String label, ApiKind api, String variable, boolean tells) {
    Field field =
        Fields.ALL.stream().filter(one -> one.label().equals(label)).findFirst().orElseThrow();
    assertThat(field.isIn(List.of(variable), api)).isEqualTo(tells);
  }
}

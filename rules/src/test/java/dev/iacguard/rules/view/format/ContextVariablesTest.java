package dev.iacguard.rules.view.format;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.rules.view.format.ContextVariable.Acceptance;
import dev.iacguard.rules.view.format.ContextVariable.Sensitivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of variables is well-formed. */
class ContextVariablesTest {
  @Test
  void everyVariableIsWhole() {
    assertThat(ContextVariables.all())
        .hasSize(94)
        .allSatisfy(
            variable -> {
              assertThat(variable.name()).matches("[a-z][A-Za-z0-9]*(\\.[a-zA-Z0-9]+)*\\.?");
              assertThat(variable.name().endsWith(".")).isEqualTo(variable.open());
              assertThat(variable.accepted()).isNotEmpty().doesNotContainKey(ApiKind.UNKNOWN);
              assertThat(variable.bytes()).isBetween(1, 2_000);
              assertThat(variable.meaning()).isNotBlank().doesNotEndWith(".");
            });
    assertThat(ContextVariables.all()).extracting(ContextVariable::name).doesNotHaveDuplicates();
  }

  /** As many as the developer guide lists for each kind of API, without those that stay empty. */
  @ParameterizedTest
  @CsvSource({"REST, 86", "HTTP, 51", "WEBSOCKET, 48"})
  void everyKindOfApiHasItsOwn(ApiKind api, int count) {
    assertThat(ContextVariables.all())
        .filteredOn(variable -> variable.isFilledIn(api))
        .hasSize(count);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "requestId, requestId",
        "requestID, -",
        "identity, -",
        "identity.sourceIp, identity.sourceIp",
        "authorizer.claims.email, authorizer.claims.",
        "authorizer.tenant, authorizer.",
        "authorizer.principalId, authorizer.principalId",
        "authorizer., -",
        "authorizer, -",
        "requestOverride.path.id, requestOverride.path.",
        "requestOverride.body.id, -"
      })
  void aVariableIsFoundByItsName(String name, String found) {
    ContextVariable variable = ContextVariables.find(name);
    assertThat(variable == null ? null : variable.name()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "resourcePath, HTTP, EMPTY",
    "resourcePath, WEBSOCKET, EMPTY",
    "resourceId, HTTP, REFUSED",
    "routeKey, REST, EMPTY",
    "authorizer.status, HTTP, TAKEN",
    "authorizer.any-thing, HTTP, FILLED",
    "authorizer.claims, HTTP, EMPTY",
    "authorizer.claims, REST, TAKEN",
    "integration.latency, WEBSOCKET, EMPTY",
    "integrationLatency, WEBSOCKET, FILLED",
    "identity.cognitoIdentityId, HTTP, DOUBTFUL"
  })
  void saysWhatAKindOfApiDoesWithIt(String name, ApiKind api, Acceptance acceptance) {
    assertThat(requireNonNull(ContextVariables.find(name)).in(api)).isEqualTo(acceptance);
  }

  @Test
  void saysWhatIsSecret() {
    assertThat(ContextVariables.all())
        .filteredOn(variable -> variable.sensitivity() == Sensitivity.SECRET)
        .extracting(ContextVariable::name)
        .containsExactly("identity.apiKey");
  }
}

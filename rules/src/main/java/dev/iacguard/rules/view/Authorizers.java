package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.ResourceIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the authorizers of an API: they decide which variable names the caller. */
final class Authorizers {
  /**
   * Where a type of authorizer names its API and what it is.
   *
   * @param api the attribute that refers to the API
   * @param kind the attribute with the kind of authorizer
   */
  private record Type(String type, String api, String kind) {}

  private static final List<Type> TYPES =
      List.of(
          new Type("aws_api_gateway_authorizer", "rest_api_id", "type"),
          new Type("aws_apigatewayv2_authorizer", "api_id", "authorizer_type"),
          new Type("awscc_apigateway_authorizer", "rest_api_id", "type"),
          new Type("awscc_apigatewayv2_authorizer", "api_id", "authorizer_type"),
          new Type("AWS::ApiGateway::Authorizer", "RestApiId", "Type"),
          new Type("AWS::ApiGatewayV2::Authorizer", "ApiId", "AuthorizerType"));

  private Authorizers() {}

  static List<String> types() {
    return TYPES.stream().map(Type::type).toList();
  }

  /** The variable that names the caller; null when no authorizer of the API is known. */
  static @Nullable String callerVariable(Scenario scenario, GatewayView view, Resource api) {
    String apiAddress = api.address().toString();
    for (Type type : TYPES) {
      ResourceIndex all =
          view.index(
              type.type(), (asked, authorizer) -> List.of(apiOf(asked, view, authorizer, type)));
      for (Resource authorizer : all.about(() -> List.of(apiAddress))) {
        if (apiOf(scenario, view, authorizer, type).equals(apiAddress)
            && scenario.holds(authorizer.exists())) {
          String kind = Properties.known(scenario.resolve(authorizer.get(type.kind())));
          return variable("JWT".equals(kind) || "COGNITO_USER_POOLS".equals(kind));
        }
      }
    }
    return ofSam(scenario, api);
  }

  /** The authorizers that a SAM resource declares inside; null when there is none. */
  private static @Nullable String ofSam(Scenario scenario, Resource api) {
    Value auth = api.isOfTemplate() ? scenario.resolve(api.get("Auth")) : null;
    Value all = auth == null ? null : Properties.inside(scenario, auth, "Authorizers");
    if (all instanceof Value.Mapping authorizers) {
      for (Value authorizer : authorizers.entries().values()) {
        if (scenario.resolve(authorizer) instanceof Value.Mapping settings) {
          return variable(
              settings.get("JwtConfiguration") != null || settings.get("UserPoolArn") != null);
        }
      }
    }
    return null;
  }

  /**
   * @param token true where a token says who calls
   */
  private static String variable(boolean token) {
    return ContextVariable.PREFIX + (token ? "authorizer.claims.sub" : "authorizer.principalId");
  }

  private static String apiOf(Scenario asked, GatewayView view, Resource authorizer, Type type) {
    Resource api = view.apis().find(asked.resolve(authorizer.get(type.api())));
    return api == null ? "" : api.address().toString();
  }
}

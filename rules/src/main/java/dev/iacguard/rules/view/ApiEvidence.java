package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.value.Identity;
import dev.iacguard.rules.view.value.Properties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Infers the kind of a version 2 API whose protocol is not known: from an imported definition,
 * CORS, the keys of its routes, JWT authorizers. Only WebSocket APIs have routes whose keys are
 * single words.
 */
final class ApiEvidence {
  /** Attributes that only HTTP APIs have. */
  private static final List<String> HTTP_ONLY =
      List.of(
          "Body",
          "BodyS3Location",
          "CorsConfiguration",
          "body",
          "body_s3_location",
          "cors_configuration");

  private static final List<String> SELECTIONS =
      List.of("RouteSelectionExpression", "route_selection_expression");

  /** A resource type that belongs to an API. */
  private record Part(String type, String api, String attribute) {
    boolean isRoute() {
      return attribute.endsWith("Key") || attribute.endsWith("_key");
    }
  }

  private static final List<Part> PARTS =
      List.of(
          new Part("AWS::ApiGatewayV2::Route", "ApiId", "RouteKey"),
          new Part("aws_apigatewayv2_route", "api_id", "route_key"),
          new Part("awscc_apigatewayv2_route", "api_id", "route_key"),
          new Part("AWS::ApiGatewayV2::Authorizer", "ApiId", "AuthorizerType"),
          new Part("aws_apigatewayv2_authorizer", "api_id", "authorizer_type"),
          new Part("awscc_apigatewayv2_authorizer", "api_id", "authorizer_type"));

  static List<String> types() {
    return PARTS.stream().map(Part::type).toList();
  }

  private final Stack stack;
  private @Nullable Map<String, ApiKind> byApi;

  ApiEvidence(Stack stack) {
    this.stack = stack;
  }

  /** What the attributes of an API show of its kind. */
  static ApiKind ofApi(Resource api) {
    for (String name : HTTP_ONLY) {
      if (api.attributes().has(name) && isWritten(api.get(name))) {
        return ApiKind.HTTP;
      }
    }
    for (String name : SELECTIONS) {
      String selection = Properties.known(api.get(name));
      if (selection != null && selection.contains("$request.body")) {
        return ApiKind.WEBSOCKET;
      }
    }
    return ApiKind.UNKNOWN;
  }

  private static boolean isWritten(Value value) {
    return !Properties.isNothing(value)
        && !(value instanceof Value.Choice)
        && !(value instanceof Value.Sequence blocks && blocks.elements().isEmpty());
  }

  /**
   * What the routes and authorizers of an API show of its kind.
   *
   * @param api what refers to the API, resolved
   */
  ApiKind ofParts(Value api) {
    String id = Identity.of(api);
    return id == null ? ApiKind.UNKNOWN : byApi().getOrDefault(id, ApiKind.UNKNOWN);
  }

  private Map<String, ApiKind> byApi() {
    Map<String, ApiKind> cached = byApi;
    if (cached == null) {
      cached = new HashMap<>();
      for (Part part : PARTS) {
        for (Resource resource : stack.resources(part.type())) {
          String api = Identity.of(resource.get(part.api()));
          String word = Properties.known(resource.get(part.attribute()));
          ApiKind kind =
              word == null ? ApiKind.UNKNOWN : part.isRoute() ? ofRoute(word) : ofAuthorizer(word);
          if (api != null && kind != ApiKind.UNKNOWN) {
            cached.merge(api, kind, (one, other) -> one == other ? one : ApiKind.UNKNOWN);
          }
        }
      }
      byApi = cached;
    }
    return cached;
  }

  /** Keys of HTTP APIs have a method and a path; both kinds have {@code $default}. */
  private static ApiKind ofRoute(String key) {
    if (key.matches("[A-Z]+ /.*")) {
      return ApiKind.HTTP;
    }
    return key.isBlank() || key.contains(" ") || key.equals("$default")
        ? ApiKind.UNKNOWN
        : ApiKind.WEBSOCKET;
  }

  private static ApiKind ofAuthorizer(String type) {
    return type.equals("JWT") ? ApiKind.HTTP : ApiKind.UNKNOWN;
  }
}

package dev.iacguard.rules.policy;

import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.ContextVariables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a policy can ask for. Source: the access logging pages of the API Gateway
 * developer guide for REST, HTTP and WebSocket APIs.
 */
public final class Fields {
  private static final List<String> NONE = List.of();

  private static final List<String> REST_CALLER =
      List.of(
          "identity.caller",
          "identity.user",
          "identity.userArn",
          "identity.cognitoIdentityId",
          "identity.clientCert.subjectDN",
          "authorizer.principalId",
          "authorizer.claims.");

  /** Without the Cognito identity, which HTTP APIs were seen to refuse. */
  private static final List<String> HTTP_CALLER =
      REST_CALLER.stream().filter(name -> !name.equals("identity.cognitoIdentityId")).toList();

  private static final List<String> SOCKET_CALLER =
      List.of(
          "authorizer.principalId",
          "identity.caller",
          "identity.user",
          "identity.userArn",
          "identity.cognitoIdentityId");

  public static final Field REQUEST_ID =
      same("request-id", "requestId", "requestId", "extendedRequestId");
  public static final Field SOURCE_IP = same("source-ip", "ip", "identity.sourceIp");
  public static final Field STATUS = same("status", "status", "status");
  public static final Field LATENCY =
      new Field(
          "latency",
          "latency",
          List.of("responseLatency"),
          List.of("responseLatency"),
          List.of("integrationLatency"));

  public static final Field CALLER =
      new Field("caller", "caller", REST_CALLER, HTTP_CALLER, SOCKET_CALLER);

  /** In the order of the documentation. */
  public static final List<Field> ALL =
      List.of(
          REQUEST_ID,
          SOURCE_IP,
          same("time", "requestTime", "requestTime", "requestTimeEpoch"),
          new Field(
              "method",
              "httpMethod",
              List.of("httpMethod"),
              List.of("httpMethod", "routeKey"),
              List.of("eventType", "routeKey")),
          new Field(
              "path",
              "path",
              List.of("resourcePath", "path"),
              List.of("path", "routeKey"),
              List.of("routeKey")),
          STATUS,
          LATENCY,
          CALLER,
          new Field(
              "api-key-id",
              "apiKeyId",
              List.of("identity.apiKeyId"),
              NONE,
              List.of("identity.apiKeyId")),
          same("user-agent", "userAgent", "identity.userAgent"),
          same("domain", "domain", "domainName"),
          same("api-id", "apiId", "apiId"),
          same("stage", "stage", "stage"),
          new Field("protocol", "protocol", List.of("protocol"), List.of("protocol"), NONE),
          new Field(
              "response-length",
              "responseLength",
              List.of("responseLength"),
              List.of("responseLength"),
              NONE),
          new Field(
              "error",
              "error",
              List.of("error.message", "error.messageString", "error.responseType"),
              List.of("error.message", "error.messageString", "integrationErrorMessage"),
              List.of("error.message", "error.messageString")),
          new Field(
              "integration-status",
              "integrationStatus",
              List.of("integration.status", "integrationStatus", "integration.integrationStatus"),
              List.of("integration.status", "integrationStatus", "integration.integrationStatus"),
              NONE),
          new Field("connection-id", "connectionId", NONE, NONE, List.of("connectionId")),
          new Field("trace-id", "traceId", List.of("xrayTraceId"), NONE, NONE));

  private Fields() {}

  /** The field with that label, or null when there is none. */
  public static @Nullable Field named(String label) {
    return ALL.stream().filter(field -> field.label().equals(label)).findFirst().orElse(null);
  }

  /**
   * The field that is one variable, asked of the kinds of API that have it; null when none has.
   *
   * @param variable with {@code $context.} in front, which is also its label
   */
  public static @Nullable Field ofVariable(String variable) {
    if (!variable.startsWith(ContextVariable.PREFIX)) {
      return null;
    }
    String name = variable.substring(ContextVariable.PREFIX.length());
    ContextVariable known = ContextVariables.find(name);
    return known == null
        ? null
        : new Field(
            variable,
            name.substring(name.lastIndexOf('.') + 1),
            known.isFilledIn(ApiKind.REST) ? List.of(name) : NONE,
            known.isFilledIn(ApiKind.HTTP) ? List.of(name) : NONE,
            known.isFilledIn(ApiKind.WEBSOCKET) ? List.of(name) : NONE);
  }

  /** A field that the same variables tell for every kind of API. */
  private static Field same(String label, String key, String... variables) {
    List<String> all = List.of(variables);
    return new Field(label, key, all, all, all);
  }
}

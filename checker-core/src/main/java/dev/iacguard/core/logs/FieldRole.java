package dev.iacguard.core.logs;

import java.util.Locale;

/** What a field says of a request, as far as it is measured. */
enum FieldRole {
  TIME,
  METHOD,
  ROUTE,
  /** The path as it was called, which may hold what nobody else may see. */
  PATH,
  STATUS,
  LATENCY,
  INTEGRATION_LATENCY,
  OTHER;

  private static final String PREFIX = "$context.";

  /** By variable: the variables of API Gateway's access logs. */
  static FieldRole ofVariable(String variable) {
    String name = variable.startsWith(PREFIX) ? variable.substring(PREFIX.length()) : variable;
    return switch (name) {
      case "requestTime", "requestTimeEpoch" -> TIME;
      case "httpMethod" -> METHOD;
      case "resourcePath", "routeKey" -> ROUTE;
      case "path" -> PATH;
      case "status" -> STATUS;
      case "responseLatency" -> LATENCY;
      case "integrationLatency", "integration.latency" -> INTEGRATION_LATENCY;
      default -> OTHER;
    };
  }

  /** By the name that the format gives to the variable, where nothing else is known. */
  static FieldRole ofName(String name) {
    return switch (name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT)) {
      case "requesttime", "requesttimeepoch", "time", "timestamp" -> TIME;
      case "httpmethod", "method" -> METHOD;
      case "resourcepath", "routekey", "route", "resource" -> ROUTE;
      case "path" -> PATH;
      case "status", "statuscode", "responsestatus", "httpstatus" -> STATUS;
      case "responselatency", "latency", "responselatencyms", "latencyms" -> LATENCY;
      case "integrationlatency", "integrationlatencyms" -> INTEGRATION_LATENCY;
      default -> OTHER;
    };
  }
}

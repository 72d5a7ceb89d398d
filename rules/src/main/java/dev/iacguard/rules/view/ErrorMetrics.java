package dev.iacguard.rules.view;

import dev.iacguard.core.model.Nearest;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The metrics that API Gateway publishes for a kind of API; names are compared exactly. Source: API
 * Gateway developer guide, metrics and dimensions of REST, HTTP and WebSocket APIs.
 *
 * @param client errors of callers
 * @param server errors of the API or what is behind it
 * @param others that count no errors
 */
public record ErrorMetrics(List<String> client, List<String> server, List<String> others) {
  private static final ErrorMetrics REST =
      new ErrorMetrics(
          List.of("4XXError"),
          List.of("5XXError"),
          List.of("Count", "Latency", "IntegrationLatency", "CacheHitCount", "CacheMissCount"));
  private static final ErrorMetrics HTTP =
      new ErrorMetrics(
          List.of("4xx"),
          List.of("5xx"),
          List.of("Count", "Latency", "IntegrationLatency", "DataProcessed"));
  private static final ErrorMetrics WEBSOCKET =
      new ErrorMetrics(
          List.of("ClientError"),
          List.of("ExecutionError", "IntegrationError"),
          List.of("ConnectCount", "MessageCount", "IntegrationLatency"));
  private static final ErrorMetrics VERSION_2 =
      new ErrorMetrics(
          join(HTTP.client, WEBSOCKET.client),
          join(HTTP.server, WEBSOCKET.server),
          join(HTTP.others, WEBSOCKET.others));

  public static ErrorMetrics of(ApiKind api) {
    return switch (api) {
      case REST -> REST;
      case HTTP -> HTTP;
      case WEBSOCKET -> WEBSOCKET;
      case UNKNOWN -> VERSION_2;
    };
  }

  /** All that count errors. */
  public List<String> errors() {
    return join(client, server);
  }

  /** The error metric that a name is meant to be; null for a metric, and where none is near. */
  @Nullable String meantBy(String name) {
    if (client.contains(name) || server.contains(name) || others.contains(name)) {
      return null;
    }
    String start = name.toLowerCase(Locale.ROOT);
    if (start.startsWith("4xx")) {
      return client.get(0);
    }
    return start.startsWith("5xx") ? server.get(0) : Nearest.of(name, errors());
  }

  private static List<String> join(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}

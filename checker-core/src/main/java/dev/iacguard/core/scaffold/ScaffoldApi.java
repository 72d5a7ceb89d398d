package dev.iacguard.core.scaffold;

import java.util.Locale;

/** The kind of API to write. */
public enum ScaffoldApi {
  REST("REST API", "4XXError", "5XXError"),
  HTTP("HTTP API", "4xx", "5xx"),
  WEBSOCKET("WebSocket API", "ClientError", "ExecutionError");

  private final String title;
  private final String clientErrors;
  private final String serverErrors;

  ScaffoldApi(String title, String clientErrors, String serverErrors) {
    this.title = title;
    this.clientErrors = clientErrors;
    this.serverErrors = serverErrors;
  }

  String title() {
    return title;
  }

  /** The name of the folder with its texts. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The metric that counts errors of callers. */
  String clientErrors() {
    return clientErrors;
  }

  /** The metric that counts errors of the API. */
  String serverErrors() {
    return serverErrors;
  }

  /** HTTP APIs write logs without the account's role. */
  boolean needsRole() {
    return this != HTTP;
  }
}

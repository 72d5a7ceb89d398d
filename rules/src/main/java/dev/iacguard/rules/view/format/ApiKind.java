package dev.iacguard.rules.view.format;

import java.util.List;
import java.util.stream.Collectors;

/** The kind of API a stage belongs to; it decides which variables an access log can hold. */
public enum ApiKind {
  REST("REST"),
  HTTP("HTTP"),
  WEBSOCKET("WebSocket"),
  /** An API of version 2 whose protocol is not known. */
  UNKNOWN("API Gateway");

  /** The kinds that there are. */
  public static final List<ApiKind> REAL = List.of(REST, HTTP, WEBSOCKET);

  private final String prose;

  ApiKind(String prose) {
    this.prose = prose;
  }

  /** As it stands in a sentence, before "API" or "stage". */
  public String prose() {
    return prose;
  }

  /** As it stands by itself: {@code REST}, {@code HTTP or WebSocket}. */
  public String choices() {
    return possible().stream().map(ApiKind::prose).collect(Collectors.joining(" or "));
  }

  /** The kinds it may turn out to be. */
  public List<ApiKind> possible() {
    return this == UNKNOWN ? List.of(HTTP, WEBSOCKET) : List.of(this);
  }

  /** The kind named by a version 2 API's protocol type. */
  public static ApiKind ofProtocol(String protocol) {
    return switch (protocol) {
      case "HTTP" -> HTTP;
      case "WEBSOCKET" -> WEBSOCKET;
      default -> UNKNOWN;
    };
  }
}

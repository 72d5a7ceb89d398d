package dev.iacguard.rules.remedy;

import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.ErrorMetrics;
import java.util.List;

/** Whose fault an error is. */
enum ErrorKind {
  CLIENT("client_errors", "ClientErrors", "4"),
  SERVER("server_errors", "ServerErrors", "5");

  private final String snake;
  private final String pascal;
  private final String digit;

  ErrorKind(String snake, String pascal, String digit) {
    this.snake = snake;
    this.pascal = pascal;
    this.digit = digit;
  }

  /** Those that the policy wants alarms on. */
  static List<ErrorKind> of(Policy policy) {
    return switch (policy.alarms().on()) {
      case CLIENT_ERRORS -> List.of(CLIENT);
      case BOTH -> List.of(CLIENT, SERVER);
      case ANY, SERVER_ERRORS -> List.of(SERVER);
    };
  }

  List<String> metrics(ErrorMetrics metrics) {
    return this == CLIENT ? metrics.client() : metrics.server();
  }

  /** The name in Terraform. */
  String snake() {
    return snake;
  }

  /** The name in templates. */
  String pascal() {
    return pascal;
  }

  /** What the HTTP status starts with. */
  String digit() {
    return digit;
  }
}

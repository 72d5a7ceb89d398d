package dev.iacguard.rules.policy;

import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import java.util.List;

/**
 * A field of an access log line, by its meaning. Each kind of API has its variables for it, without
 * {@code $context.} in front, the one to recommend first; one that ends in a dot matches all that
 * start with it. A kind of API without any cannot be asked for it.
 *
 * @param label as configuration and reports write it: {@code source-ip}
 * @param key the name to give it in a JSON format
 */
public record Field(
    String label, String key, List<String> rest, List<String> http, List<String> webSocket) {
  private static final int PREFIX = ContextVariable.PREFIX.length();

  /** False when no variable of this kind of API tells it. */
  public boolean isAvailable(ApiKind api) {
    return !variables(api).isEmpty();
  }

  /** The variable to recommend; only for a kind of API that has one. */
  public String variable(ApiKind api) {
    return ContextVariable.PREFIX + variables(api).get(0);
  }

  /** True when one of these variables, with {@code $context.} in front, tells it. */
  public boolean isIn(List<String> variables, ApiKind api) {
    for (String wanted : variables(api)) {
      for (String variable : variables) {
        int length = PREFIX + wanted.length();
        boolean whole = wanted.endsWith(".") || variable.length() == length;
        if (whole && variable.startsWith(wanted, PREFIX)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Without {@code $context.} in front, the one to recommend first. */
  public List<String> variables(ApiKind api) {
    return switch (api) {
      case REST -> rest;
      case HTTP -> http;
      case WEBSOCKET -> webSocket;
      case UNKNOWN -> List.of();
    };
  }
}

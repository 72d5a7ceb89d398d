package dev.iacguard.core.config;

import dev.iacguard.core.source.Position;
import dev.iacguard.core.source.Span;

/**
 * Something in a configuration that cannot be used.
 *
 * @param message one sentence without a full stop
 */
public record ConfigError(Span at, String message) {

  /** {@code path:line:column: message}. */
  @Override
  public String toString() {
    Position from = at.from();
    return at.path() + ":" + from.line() + ":" + from.column() + ": " + message;
  }
}

package dev.iacguard.cli.environment;

import java.io.Serial;

/**
 * Signals that the command was called wrongly (exit code 2). The message is one sentence for the
 * user.
 */
public final class UsageException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public UsageException(String message) {
    super(message, null, false, false);
  }
}

package dev.iacguard.core.hcl;

/**
 * Signals that an item cannot be read on; the error is already recorded. Without a stack trace it
 * costs no more than a return.
 */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failure() {
    super(null, null, false, false);
  }
}

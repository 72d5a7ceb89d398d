package dev.iacguard.rules.config;

/** Messages for patterns that cannot be used. */
final class PatternErrors {
  private PatternErrors() {}

  static String of(String pattern) {
    return "'"
        + pattern
        + "' is no pattern: a bracket is not closed, or it has too many alternatives";
  }
}

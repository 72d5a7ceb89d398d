package dev.iacguard.rules.config;

/** Messages for patterns that cannot be used. */
final class PatternErrors {
  private PatternErrors() {}

  static String of(String pattern) {
    return "'" + pattern + "' is not a valid pattern: unclosed bracket or too many alternatives";
  }
}

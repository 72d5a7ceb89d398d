package dev.iacguard.rules.export;

import dev.iacguard.rules.view.format.ContextVariable;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Regular expressions, in the syntax of Guard, that find {@code $context} variables in a format.
 */
final class NamePattern {
  /** What stands in front of a name. */
  static final String PREFIX = "\\$context\\.";

  private static final String SPECIAL = "\\/.[]{}()<>*+-=!?^$|#&~ \"";

  private NamePattern() {}

  /** The text itself, inside {@code /…/}. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '"') {
        quoted.append(c == ' ' ? "[ ]" : "\\x22");
      } else {
        quoted.append(SPECIAL.indexOf(c) < 0 ? "" : "\\").append(c);
      }
    }
    return quoted.toString();
  }

  /**
   * A variable and where it ends: a dot behind a name is not part of it.
   *
   * @param name without {@code $context.}; one that ends in a dot stands for all that start with it
   */
  static String name(String name) {
    boolean dashes = ContextVariable.FREE_NAMES.stream().anyMatch(name::startsWith);
    String part = dashes ? "A-Za-z0-9_.-" : "A-Za-z0-9_.";
    if (name.endsWith(".")) {
      return quote(name) + "[" + part + "]*[A-Za-z0-9_]";
    }
    return quote(name) + (dashes ? "[.-]*" : "[.]*") + "(?:[^" + part + "]|$)";
  }

  /** One of these variables. */
  static String anyOf(Collection<String> names) {
    return PREFIX + "(?:" + alternatives(names) + ")";
  }

  static String alternatives(Collection<String> names) {
    return names.stream().map(NamePattern::name).collect(Collectors.joining("|"));
  }

  /** Any text, in any case, with underscores between its letters. */
  static String loosely(String word) {
    return word.chars()
        .mapToObj(c -> quote(String.valueOf((char) c)))
        .collect(Collectors.joining("_*"));
  }

  /** Without {@code $context.} in front. */
  static String bare(String variable) {
    return variable.substring(ContextVariable.PREFIX.length());
  }
}

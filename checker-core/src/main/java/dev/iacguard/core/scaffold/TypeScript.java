package dev.iacguard.core.scaffold;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values in TypeScript. */
final class TypeScript {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

  private TypeScript() {}

  static String quoted(String text) {
    return "'"
        + text.replace("\\", "\\\\")
            .replace("'", "\\'")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\u2028", "\\u2028")
            .replace("\u2029", "\\u2029")
        + "'";
  }

  /** With something between them. */
  static String quoted(List<String> texts, String between) {
    return texts.stream().map(TypeScript::quoted).collect(Collectors.joining(between));
  }

  /** The key of an object. */
  static String key(String name) {
    return NAME.matcher(name).matches() ? name : quoted(name);
  }

  /** Words in a comment, which nothing in them can end. */
  static String comment(String text) {
    return text.replace("*/", "* /");
  }
}

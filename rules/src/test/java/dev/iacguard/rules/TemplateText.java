package dev.iacguard.rules;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes the same template in one of the many ways that JSON and YAML allow. */
final class TemplateText {
  private TemplateText() {}

  static String json(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        StringBuilder out = new StringBuilder();
        map.forEach(
            (key, element) ->
                out.append(out.isEmpty() ? "{" : ",\n")
                    .append(quoted(key))
                    .append(": ")
                    .append(json(element)));
        yield map.isEmpty() ? "{}" : out + "}";
      }
      case List<?> list -> {
        StringBuilder out = new StringBuilder();
        list.forEach(element -> out.append(out.isEmpty() ? "[" : ", ").append(json(element)));
        yield list.isEmpty() ? "[]" : out + "]";
      }
      case String text -> quoted(text);
      default -> String.valueOf(value);
    };
  }

  private static String quoted(Object text) {
    return '"' + String.valueOf(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Block or flow style, short or long functions, single or double quotes, as chance will. */
  static String yaml(Object value, Random random) {
    return yaml(value, "", random).stripLeading() + "\n";
  }

  private static String yaml(Object value, String indent, Random random) {
    if (value instanceof Map<?, ?> map && map.size() == 1 && random.nextBoolean()) {
      Map.Entry<?, ?> only = map.entrySet().iterator().next();
      String name = String.valueOf(only.getKey());
      boolean function = name.startsWith("Fn::") || name.equals("Ref");
      boolean tagged = only.getValue() instanceof Map<?, ?> inner && inner.size() == 1;
      if (function && !tagged) {
        return " !" + name.replace("Fn::", "") + yaml(only.getValue(), indent, random);
      }
    }
    if (random.nextInt(5) == 0) {
      return " " + json(value);
    }
    return switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> {
        StringBuilder out = new StringBuilder();
        map.forEach(
            (key, element) ->
                out.append('\n')
                    .append(indent)
                    .append(random.nextBoolean() ? key : quoted(key))
                    .append(':')
                    .append(yaml(element, indent + "  ", random)));
        yield out.toString();
      }
      case List<?> list when !list.isEmpty() -> {
        StringBuilder out = new StringBuilder();
        list.forEach(
            element ->
                out.append('\n')
                    .append(indent)
                    .append("-")
                    .append(yaml(element, indent + "  ", random)));
        yield out.toString();
      }
      case String text when random.nextBoolean() -> " '" + text.replace("'", "''") + "'";
      default -> " " + json(value);
    };
  }
}

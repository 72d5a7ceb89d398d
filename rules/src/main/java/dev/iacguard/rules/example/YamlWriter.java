package dev.iacguard.rules.example;

import dev.iacguard.core.edit.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes templates in YAML. */
final class YamlWriter extends CodeWriter {

  @Override
  List<String> setting(String name, Code value) {
    String key = Syntax.YAML.key(name) + ":";
    List<String> lines = new ArrayList<>();
    switch (value) {
      case Code.Members object -> {
        lines.add(key);
        object.members().forEach((inner, code) -> lines.addAll(indented(setting(inner, code))));
      }
      case Code.Items items -> {
        lines.add(key);
        items.items().forEach(item -> lines.add("  - " + inFlow(item)));
      }
      default -> {
        lines.addAll(value(value));
        lines.set(0, key + " " + lines.get(0));
      }
    }
    return lines;
  }

  /** A log format is folded: its lines are one text. */
  @Override
  List<String> value(Code value) {
    if (!(value instanceof Code.JsonFormat format)) {
      return List.of(inFlow(value));
    }
    List<String> fields = new ArrayList<>();
    format
        .fields()
        .forEach(
            (name, text) ->
                fields.add(Syntax.JSON.setting(name, Syntax.JSON.quoted(text).replace("'", "''"))));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      String open = i == 0 ? "'{" : "  ";
      lines.add(open + fields.get(i) + (i == fields.size() - 1 ? "}'" : ","));
    }
    return lines;
  }

  private static String inFlow(Code value) {
    return switch (value) {
      case Code.Text text -> Syntax.YAML.key(text.text());
      case Code.Plain plain -> plain.text();
      case Code.Attribute attribute ->
          attribute.attribute().isEmpty()
              ? "!Ref " + attribute.resource()
              : "!GetAtt " + attribute.resource() + '.' + attribute.attribute();
      case Code.Members object -> {
        List<String> texts = new ArrayList<>();
        object
            .members()
            .forEach((name, code) -> texts.add(Syntax.YAML.setting(name, inFlow(code))));
        yield "{" + String.join(", ", texts) + "}";
      }
      case Code.Items items ->
          "[" + String.join(", ", items.items().stream().map(YamlWriter::inFlow).toList()) + "]";
      case Code.JsonFormat format -> String.join(" ", new YamlWriter().value(format));
    };
  }

  @Override
  List<String> resource(String type, String name, Map<String, Code> members) {
    List<String> lines = new ArrayList<>(List.of(name + ":", "  Type: " + type, "  Properties:"));
    members.forEach((inner, code) -> lines.addAll(indented(indented(setting(inner, code)))));
    return lines;
  }
}

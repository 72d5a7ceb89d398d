package dev.iacguard.rules.example;

import dev.iacguard.core.edit.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes templates in JSON. Members end with a comma where another one has to follow. */
final class JsonWriter extends CodeWriter {

  @Override
  List<String> setting(String name, Code value) {
    List<String> lines = new ArrayList<>(value(value));
    lines.set(0, Syntax.JSON.setting(name, lines.get(0)));
    return lines;
  }

  @Override
  List<String> value(Code value) {
    return switch (value) {
      case Code.Members object -> members(object.members());
      case Code.Items items -> {
        List<String> lines = new ArrayList<>(List.of("["));
        items.items().forEach(item -> lines.add("  " + onOneLine(item) + ","));
        withoutComma(lines);
        lines.add("]");
        yield lines;
      }
      default -> List.of(onOneLine(value));
    };
  }

  private List<String> members(Map<String, Code> members) {
    List<String> lines = new ArrayList<>(List.of("{"));
    members.forEach(
        (name, code) -> {
          lines.addAll(indented(setting(name, code)));
          lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ",");
        });
    withoutComma(lines);
    lines.add("}");
    return lines;
  }

  private static void withoutComma(List<String> lines) {
    String last = lines.get(lines.size() - 1);
    lines.set(lines.size() - 1, last.endsWith(",") ? last.substring(0, last.length() - 1) : last);
  }

  private static String onOneLine(Code value) {
    return switch (value) {
      case Code.Text text -> Syntax.JSON.quoted(text.text());
      case Code.Plain plain -> plain.text();
      case Code.Attribute attribute ->
          attribute.attribute().isEmpty()
              ? "{\"Ref\": " + Syntax.JSON.quoted(attribute.resource()) + "}"
              : "{\"Fn::GetAtt\": ["
                  + Syntax.JSON.quoted(attribute.resource())
                  + ", "
                  + Syntax.JSON.quoted(attribute.attribute())
                  + "]}";
      case Code.JsonFormat format -> Syntax.JSON.quoted(onOneLine(Code.texts(format.fields())));
      case Code.Members object -> {
        List<String> texts = new ArrayList<>();
        object
            .members()
            .forEach((name, code) -> texts.add(Syntax.JSON.setting(name, onOneLine(code))));
        yield "{" + String.join(", ", texts) + "}";
      }
      case Code.Items items ->
          "[" + String.join(", ", items.items().stream().map(JsonWriter::onOneLine).toList()) + "]";
    };
  }

  @Override
  List<String> resource(String type, String name, Map<String, Code> members) {
    Map<String, Code> resource = new LinkedHashMap<>();
    resource.put("Type", new Code.Text(type));
    resource.put("Properties", Code.object(members));
    return setting(name, Code.object(resource));
  }

  @Override
  List<String> together(List<List<String>> resources) {
    List<String> lines = new ArrayList<>();
    for (List<String> resource : resources) {
      if (!resource.isEmpty() && !lines.isEmpty()) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ",");
      }
      lines.addAll(resource);
    }
    return lines;
  }
}

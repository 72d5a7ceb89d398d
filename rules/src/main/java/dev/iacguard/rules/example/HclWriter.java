package dev.iacguard.rules.example;

import dev.iacguard.core.edit.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes HCL as {@code terraform fmt} does. */
final class HclWriter extends CodeWriter {

  @Override
  List<String> setting(String name, Code value) {
    if (value instanceof Code.Members members && members.block()) {
      return enclosed(Syntax.HCL.key(name) + " {", lines(members.members()), "}");
    }
    return named(Syntax.HCL.key(name), value(value));
  }

  @Override
  List<String> value(Code value) {
    return switch (value) {
      case Code.Text text -> List.of(Syntax.HCL.quoted(text.text()));
      case Code.Plain plain -> List.of(plain.text());
      case Code.Attribute attribute -> List.of(attribute.resource() + '.' + attribute.attribute());
      case Code.JsonFormat format ->
          enclosed("jsonencode({", lines(Code.texts(format.fields()).members()), "})");
      case Code.Items items -> List.of(onOneLine(items.items()));
      case Code.Members object -> List.of(onOneLine(object));
    };
  }

  private String onOneLine(List<Code> items) {
    List<String> texts = items.stream().map(item -> String.join(" ", value(item))).toList();
    return "[" + String.join(", ", texts) + "]";
  }

  private String onOneLine(Code.Members object) {
    List<String> texts = new ArrayList<>();
    object.members().forEach((name, value) -> texts.add(String.join(" ", setting(name, value))));
    return "{ " + String.join(", ", texts) + " }";
  }

  @Override
  List<String> resource(String type, String name, Map<String, Code> members) {
    return enclosed("resource \"" + type + "\" \"" + name + "\" {", lines(members), "}");
  }

  private static List<String> enclosed(String open, List<String> lines, String close) {
    List<String> all = new ArrayList<>();
    all.add(open);
    all.addAll(indented(lines));
    all.add(close);
    return all;
  }

  private static List<String> named(String name, List<String> value) {
    List<String> lines = new ArrayList<>(value);
    lines.set(0, name + " = " + value.get(0));
    return lines;
  }

  /** The signs of equality of neighbours on one line each are below one another. */
  private List<String> lines(Map<String, Code> members) {
    List<String> lines = new ArrayList<>();
    int widest = 0;
    for (Map.Entry<String, Code> member : members.entrySet()) {
      widest = Math.max(widest, isShort(member) ? Syntax.HCL.key(member.getKey()).length() : 0);
    }
    for (Map.Entry<String, Code> member : members.entrySet()) {
      String key = Syntax.HCL.key(member.getKey());
      if (isShort(member)) {
        lines.add(
            key + " ".repeat(widest - key.length()) + " = " + value(member.getValue()).get(0));
      } else {
        boolean block = member.getValue() instanceof Code.Members;
        lines.addAll(block && !lines.isEmpty() ? List.of("") : List.of());
        lines.addAll(setting(member.getKey(), member.getValue()));
      }
    }
    return lines;
  }

  private boolean isShort(Map.Entry<String, Code> member) {
    boolean block = member.getValue() instanceof Code.Members members && members.block();
    return !block && value(member.getValue()).size() == 1;
  }
}

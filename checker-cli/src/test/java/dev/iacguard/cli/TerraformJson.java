package dev.iacguard.cli;

import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.hcl.Body;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.Label;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.hcl.TemplatePart;
import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Translates Terraform code from its native syntax to JSON. Comments are lost. */
final class TerraformJson {
  private final SourceFile file;

  private TerraformJson(SourceFile file) {
    this.file = file;
  }

  static String of(SourceFile file) {
    return new TerraformJson(file).object(HclReader.read(file).body(), "") + "\n";
  }

  /** Blocks of one type are an object by label, or a list of what has no labels. */
  private String object(Body body, String indent) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (BodyItem item : body.items()) {
      switch (item) {
        case BodyItem.Attribute attribute ->
            members.put(attribute.name(), value(attribute.value(), attribute.name()));
        case BodyItem.Block block -> put(members, block);
      }
    }
    return written(members, indent);
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> members, BodyItem.Block block) {
    if (block.labels().isEmpty()) {
      ((List<Object>) members.computeIfAbsent(block.type(), type -> new ArrayList<>()))
          .add(block.body());
      return;
    }
    Map<String, Object> inner = members;
    List<String> names = new ArrayList<>(List.of(block.type()));
    block.labels().stream().map(Label::text).forEach(names::add);
    for (String name : names.subList(0, names.size() - 1)) {
      inner = (Map<String, Object>) inner.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }
    inner.put(names.getLast(), block.body());
  }

  private String written(Object node, String indent) {
    String inside = indent + "  ";
    return switch (node) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(
                  entry ->
                      inside
                          + Syntax.JSON.setting(
                              String.valueOf(entry.getKey()), written(entry.getValue(), inside)))
              .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
      case List<?> list when list.size() == 1 -> written(list.getFirst(), indent);
      case List<?> list ->
          list.stream()
              .map(element -> inside + written(element, inside))
              .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
      case Body body -> object(body, indent);
      default -> String.valueOf(node);
    };
  }

  private Object value(Expression expression, String name) {
    return switch (expression) {
      case Expression.NumberLiteral number -> text(number);
      case Expression.BoolLiteral bool -> text(bool);
      case Expression.NullLiteral none -> "null";
      case Expression.Template template when template.kind() == Expression.Template.Kind.QUOTED ->
          text(template);
      case Expression.Tuple list when name.equals("depends_on") ->
          list.elements().stream()
              .map(element -> Syntax.JSON.quoted(text(element)))
              .collect(Collectors.joining(", ", "[", "]"));
      case Expression.Tuple list ->
          list.elements().stream()
              .map(element -> String.valueOf(value(element, "")))
              .collect(Collectors.joining(", ", "[", "]"));
      case Expression.Obj object when isPlain(object) -> {
        Map<String, Object> members = new LinkedHashMap<>();
        object.entries().forEach(entry -> members.put(key(entry), value(entry.value(), "")));
        yield members;
      }
      default -> Syntax.JSON.quoted("${" + text(expression) + "}");
    };
  }

  private static boolean isPlain(Expression.Obj object) {
    return !object.entries().isEmpty()
        && object.entries().stream()
            .allMatch(
                entry ->
                    entry.key() instanceof Expression.Name
                        || (entry.key() instanceof Expression.Template key
                            && key.parts().stream().allMatch(TemplatePart.Text.class::isInstance)));
  }

  private static String key(ObjectEntry entry) {
    return entry.key() instanceof Expression.Name name
        ? name.name()
        : String.valueOf(((Expression.Template) entry.key()).literal());
  }

  private String text(Expression expression) {
    return file.text().substring(expression.start(), expression.end());
  }
}

package dev.iacguard.rules.terraform;

import dev.iacguard.rules.terraform.Code.Block;
import dev.iacguard.rules.terraform.Code.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes code as {@code .tf.json}. */
final class JsonSyntax {
  private JsonSyntax() {}

  static String of(List<Block> blocks) {
    return body(Map.of(), blocks);
  }

  /** Blocks of one type are an array under their type. */
  private static String body(Map<String, Expr> attributes, List<Block> blocks) {
    List<String> members = new ArrayList<>();
    attributes.forEach((name, value) -> members.add(quoted(name) + ": " + of(value)));
    Map<String, List<String>> byType = new LinkedHashMap<>();
    for (Block block : blocks) {
      String inner = body(block.attributes(), block.blocks());
      for (String label : block.labels().reversed()) {
        inner = "{" + quoted(label) + ": " + inner + "}";
      }
      byType.computeIfAbsent(block.type(), type -> new ArrayList<>()).add(inner);
    }
    byType.forEach((type, all) -> members.add(quoted(type) + ": " + oneOrMore(all)));
    return "{" + String.join(",\n", members) + "}";
  }

  private static String oneOrMore(List<String> all) {
    return all.size() == 1 ? all.get(0) : "[" + String.join(", ", all) + "]";
  }

  private static String of(Expr value) {
    return switch (value) {
      case Expr.Text text -> quoted(text.template());
      case Expr.Heredoc heredoc -> quoted(heredoc.line() + "\n");
      case Expr.Literal literal -> literal.text();
      case Expr.Keyword keyword -> quoted(keyword.text());
      case Expr.Source source -> quoted("${" + source.text() + "}");
      case Expr.Tuple tuple ->
          tuple.elements().stream().map(JsonSyntax::of).collect(Collectors.joining(", ", "[", "]"));
      case Expr.Obj object ->
          object.entries().entrySet().stream()
              .map(entry -> quoted(entry.getKey()) + ": " + of(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}

package dev.iacguard.rules.terraform;

import dev.iacguard.rules.terraform.Code.Block;
import dev.iacguard.rules.terraform.Code.Expr;
import java.util.List;
import java.util.stream.Collectors;

/** Writes code as {@code .tf}. */
final class NativeSyntax {
  private NativeSyntax() {}

  static String of(List<Block> blocks) {
    return blocks.stream().map(NativeSyntax::of).collect(Collectors.joining("\n"));
  }

  private static String of(Block block) {
    StringBuilder text = new StringBuilder(block.type());
    block.labels().forEach(label -> text.append(" \"").append(label).append('"'));
    text.append(" {\n");
    block.attributes().forEach((name, value) -> text.append(name + " = " + of(value)).append('\n'));
    block.blocks().forEach(inner -> text.append(of(inner)));
    return text.append("}\n").toString();
  }

  static String of(Expr value) {
    return switch (value) {
      case Expr.Text text -> '"' + text.template() + '"';
      case Expr.Heredoc heredoc -> "<<-EOT\n    " + heredoc.line() + "\n  EOT";
      case Expr.Literal literal -> literal.text();
      case Expr.Keyword keyword -> keyword.text();
      case Expr.Source source -> source.text();
      case Expr.Tuple tuple ->
          tuple.elements().stream()
              .map(NativeSyntax::of)
              .collect(Collectors.joining(", ", "[", "]"));
      case Expr.Obj object ->
          object.entries().entrySet().stream()
              .map(entry -> '"' + entry.getKey() + "\" = " + of(entry.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }
}

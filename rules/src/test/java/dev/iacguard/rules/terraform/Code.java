package dev.iacguard.rules.terraform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Terraform code without layout.
 *
 * @param folders the blocks of each module by its folder, the root module's first with the empty
 *     name
 */
record Code(Map<String, List<Block>> folders) {

  /** A block; an attribute stands before the blocks. */
  record Block(String type, List<String> labels, Map<String, Expr> attributes, List<Block> blocks) {

    Block map(UnaryOperator<String> rewrite) {
      Map<String, Expr> rewritten = new LinkedHashMap<>();
      attributes.forEach((name, value) -> rewritten.put(name, value.map(rewrite)));
      return new Block(
          type, labels, rewritten, blocks.stream().map(block -> block.map(rewrite)).toList());
    }
  }

  /** An expression, told apart by how JSON syntax writes it. */
  sealed interface Expr {

    /** A quoted template without quotes or backslashes outside of its expressions. */
    record Text(String template) implements Expr {}

    /** One line of a heredoc. */
    record Heredoc(String line) implements Expr {}

    /** A number or truth value. */
    record Literal(String text) implements Expr {}

    /** A type or provider: no expression, though it reads as one. */
    record Keyword(String text) implements Expr {}

    /** Any expression. */
    record Source(String text) implements Expr {}

    record Tuple(List<Expr> elements) implements Expr {}

    record Obj(Map<String, Expr> entries) implements Expr {}

    /** With all that is written in native syntax inside rewritten. */
    default Expr map(UnaryOperator<String> rewrite) {
      return switch (this) {
        case Text text -> new Text(rewrite.apply(text.template));
        case Heredoc heredoc -> new Heredoc(rewrite.apply(heredoc.line));
        case Source source -> new Source(rewrite.apply(source.text));
        case Tuple tuple ->
            new Tuple(tuple.elements.stream().map(element -> element.map(rewrite)).toList());
        case Obj object -> {
          Map<String, Expr> rewritten = new TreeMap<>();
          object.entries.forEach((name, value) -> rewritten.put(name, value.map(rewrite)));
          yield new Obj(rewritten);
        }
        case Literal literal -> literal;
        case Keyword keyword -> keyword;
      };
    }
  }

  /** The root module. */
  List<Block> root() {
    return Objects.requireNonNull(folders.get(""));
  }

  /** With every block of every module changed. */
  Code map(UnaryOperator<Block> change) {
    Map<String, List<Block>> changed = new LinkedHashMap<>();
    folders.forEach((folder, blocks) -> changed.put(folder, blocks.stream().map(change).toList()));
    return new Code(changed);
  }
}

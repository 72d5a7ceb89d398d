package dev.iacguard.core.hcl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of the HCL native syntax, as written: nothing is evaluated or folded. */
public sealed interface Expression extends Node {

  /**
   * A number as written.
   *
   * @param text digits, optional fraction and exponent; {@code new BigDecimal(text)} reads it
   */
  record NumberLiteral(String text, int start, int end) implements Expression {}

  record BoolLiteral(boolean value, int start, int end) implements Expression {}

  record NullLiteral(int start, int end) implements Expression {}

  /**
   * A quoted string, a heredoc or a template file.
   *
   * <p>Text parts are already unescaped, trimmed by {@code ~} and, for {@code <<-}, shifted left;
   * two text parts never stand side by side. The empty string has no part. Text that {@code ~}
   * trimmed to nothing has none either, except beside a lone interpolation: unlike a bare {@code
   * "${x}"}, that template is text whatever x is.
   */
  record Template(Kind kind, List<TemplatePart> parts, int start, int end) implements Expression {

    /** How the template was written. */
    public enum Kind {
      QUOTED,
      HEREDOC,
      INDENTED_HEREDOC,
      /** A whole text read as a template, as {@code templatefile} does. */
      BARE
    }

    /** The text when nothing has to be evaluated, otherwise null. */
    public @Nullable String literal() {
      if (parts.isEmpty()) {
        return "";
      }
      return parts.size() == 1 && parts.get(0) instanceof TemplatePart.Text text
          ? text.text()
          : null;
    }
  }

  /**
   * A name that starts a traversal: {@code var}, {@code each}, {@code aws_s3_bucket}, an iterator.
   */
  record Name(String name, int start, int end) implements Expression {}

  /**
   * {@code source.name}.
   *
   * @param nameStart offset of the name behind the dot
   */
  record GetAttribute(Expression source, String name, int nameStart, int start, int end)
      implements Expression {}

  /** {@code source[key]}, and {@code source.0} with a number as its key. */
  record Index(Expression source, Expression key, int start, int end) implements Expression {}

  /**
   * {@code source.*.each} or {@code source[*].each}.
   *
   * @param each what is done with every element: an expression over {@link SplatElement}
   * @param full true for {@code [*]}, false for {@code .*}, whose each holds attributes only
   */
  record Splat(Expression source, Expression each, boolean full, int start, int end)
      implements Expression {}

  /** The element that a splat is at; stands only inside {@link Splat#each}. */
  record SplatElement(int start, int end) implements Expression {}

  /**
   * A function call.
   *
   * @param name with its namespaces, {@code provider::aws::arn_parse}
   * @param expandLast true when {@code ...} follows the last argument
   */
  record Call(String name, List<Expression> arguments, boolean expandLast, int start, int end)
      implements Expression {}

  record Unary(UnaryOperator operator, Expression operand, int start, int end)
      implements Expression {}

  record Binary(BinaryOperator operator, Expression left, Expression right, int start, int end)
      implements Expression {}

  record Conditional(
      Expression condition, Expression then, Expression otherwise, int start, int end)
      implements Expression {}

  record Tuple(List<Expression> elements, int start, int end) implements Expression {}

  record Obj(List<ObjectEntry> entries, int start, int end) implements Expression {}

  /**
   * {@code [for k, v in c : value if condition]} or {@code {for … : key => value…}}.
   *
   * @param keyName null when only one name is given
   * @param key null for the bracket form
   * @param grouping true when {@code ...} follows the value
   */
  record For(
      @Nullable String keyName,
      String valueName,
      Expression collection,
      @Nullable Expression key,
      Expression value,
      @Nullable Expression condition,
      boolean grouping,
      int start,
      int end)
      implements Expression {}

  record Parentheses(Expression inner, int start, int end) implements Expression {}

  /** What stands where no expression could be read; an error of the file says why. */
  record Invalid(int start, int end) implements Expression {}
}

package dev.iacguard.core.hcl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves a tree that was read from one text to the positions its characters have in another: an
 * expression inside a JSON string, say.
 */
public final class Relocation {
  private final int[] places;

  /**
   * @param places for each offset of the text that was read, its end included, the offset in the
   *     other text
   */
  public Relocation(int[] places) {
    this.places = places.clone();
  }

  private int at(int offset) {
    return places[Math.clamp(offset, 0, places.length - 1)];
  }

  public Expression move(Expression tree) {
    int start = at(tree.start());
    int end = at(tree.end());
    return switch (tree) {
      case Expression.NumberLiteral e -> new Expression.NumberLiteral(e.text(), start, end);
      case Expression.BoolLiteral e -> new Expression.BoolLiteral(e.value(), start, end);
      case Expression.NullLiteral e -> new Expression.NullLiteral(start, end);
      case Expression.Template e -> new Expression.Template(e.kind(), parts(e.parts()), start, end);
      case Expression.Name e -> new Expression.Name(e.name(), start, end);
      case Expression.GetAttribute e ->
          new Expression.GetAttribute(move(e.source()), e.name(), at(e.nameStart()), start, end);
      case Expression.Index e -> new Expression.Index(move(e.source()), move(e.key()), start, end);
      case Expression.Splat e ->
          new Expression.Splat(move(e.source()), move(e.each()), e.full(), start, end);
      case Expression.SplatElement e -> new Expression.SplatElement(start, end);
      case Expression.Call e ->
          new Expression.Call(e.name(), all(e.arguments()), e.expandLast(), start, end);
      case Expression.Unary e -> new Expression.Unary(e.operator(), move(e.operand()), start, end);
      case Expression.Binary e ->
          new Expression.Binary(e.operator(), move(e.left()), move(e.right()), start, end);
      case Expression.Conditional e ->
          new Expression.Conditional(
              move(e.condition()), move(e.then()), move(e.otherwise()), start, end);
      case Expression.Tuple e -> new Expression.Tuple(all(e.elements()), start, end);
      case Expression.Obj e -> new Expression.Obj(entries(e.entries()), start, end);
      case Expression.For e ->
          new Expression.For(
              e.keyName(),
              e.valueName(),
              move(e.collection()),
              optional(e.key()),
              move(e.value()),
              optional(e.condition()),
              e.grouping(),
              start,
              end);
      case Expression.Parentheses e -> new Expression.Parentheses(move(e.inner()), start, end);
      case Expression.Invalid e -> new Expression.Invalid(start, end);
    };
  }

  private @Nullable Expression optional(@Nullable Expression expression) {
    return expression == null ? null : move(expression);
  }

  private List<Expression> all(List<Expression> expressions) {
    List<Expression> moved = new ArrayList<>(expressions.size());
    expressions.forEach(expression -> moved.add(move(expression)));
    return List.copyOf(moved);
  }

  private List<ObjectEntry> entries(List<ObjectEntry> entries) {
    List<ObjectEntry> moved = new ArrayList<>(entries.size());
    for (ObjectEntry entry : entries) {
      moved.add(
          new ObjectEntry(
              move(entry.key()), move(entry.value()), at(entry.start()), at(entry.end())));
    }
    return List.copyOf(moved);
  }

  private List<TemplatePart> parts(List<TemplatePart> parts) {
    List<TemplatePart> moved = new ArrayList<>(parts.size());
    parts.forEach(part -> moved.add(part(part)));
    return List.copyOf(moved);
  }

  private TemplatePart part(TemplatePart part) {
    int start = at(part.start());
    int end = at(part.end());
    return switch (part) {
      case TemplatePart.Text text -> new TemplatePart.Text(text.text(), start, end);
      case TemplatePart.Interpolation inner ->
          new TemplatePart.Interpolation(move(inner.expression()), start, end);
      case TemplatePart.If branch ->
          new TemplatePart.If(
              move(branch.condition()),
              parts(branch.then()),
              parts(branch.otherwise()),
              start,
              end);
      case TemplatePart.For loop ->
          new TemplatePart.For(
              loop.keyName(),
              loop.valueName(),
              move(loop.collection()),
              parts(loop.body()),
              start,
              end);
    };
  }
}

package dev.iacguard.rules.custom;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;

/**
 * How many rounds the loops of an expression may take, before it is evaluated: loops inside one
 * another multiply. A round over long texts counts as several.
 */
final class LoopCost {
  /** Characters that take as long to look at as one round. */
  private static final int TEXT_OF_ROUND = 1_024;

  private final CelExpr expression;
  private final boolean loops;

  private LoopCost(CelExpr expression, boolean loops) {
    this.expression = expression;
    this.loops = loops;
  }

  static LoopCost of(CelAbstractSyntaxTree checked) {
    return new LoopCost(checked.getExpr(), rounds(checked.getExpr(), 1) > 0);
  }

  /** The most rounds, for what the subject has. */
  long rounds(CelInput celInput) {
    if (!loops) {
      return 1;
    }
    Extent extent = new Extent();
    extent.add(celInput.fields());
    double rounds = rounds(expression, Math.max(1, extent.elements));
    return ((long) Math.min(Expressions.MOST_ROUNDS, rounds))
        * (1 + extent.characters / TEXT_OF_ROUND);
  }

  /** The longest collection and the longest text of a subject. */
  private static final class Extent {
    private int elements;
    private long characters;

    void add(Object value) {
      switch (value) {
        case Map<?, ?> map -> addAll(map.size(), map.values());
        case List<?> list -> addAll(list.size(), list);
        case String text -> characters = Math.max(characters, text.length());
        default -> {}
      }
    }

    private void addAll(int size, Iterable<?> values) {
      elements = Math.max(elements, size);
      values.forEach(this::add);
    }
  }

  private static double rounds(CelExpr expr, int elements) {
    return switch (expr.getKind()) {
      case SELECT -> rounds(expr.select().operand(), elements);
      case CALL ->
          expr.call().target().map(target -> rounds(target, elements)).orElse(0.0)
              + all(expr.call().args(), elements);
      case LIST -> all(expr.list().elements(), elements);
      case STRUCT ->
          all(
              expr.struct().entries().stream().map(CelExpr.CelStruct.Entry::value).toList(),
              elements);
      case MAP ->
          all(expr.map().entries().stream().map(CelExpr.CelMap.Entry::key).toList(), elements)
              + all(
                  expr.map().entries().stream().map(CelExpr.CelMap.Entry::value).toList(),
                  elements);
      case COMPREHENSION -> loop(expr.comprehension(), elements);
      default -> 0;
    };
  }

  private static double loop(CelExpr.CelComprehension loop, int elements) {
    CelExpr range = loop.iterRange();
    int turns =
        range.getKind() == CelExpr.ExprKind.Kind.LIST ? range.list().elements().size() : elements;
    double body = 1 + rounds(loop.loopCondition(), elements) + rounds(loop.loopStep(), elements);
    return rounds(range, elements) + turns * body + rounds(loop.result(), elements);
  }

  private static double all(List<CelExpr> parts, int elements) {
    double rounds = 0;
    for (CelExpr part : parts) {
      rounds += rounds(part, elements);
    }
    return rounds;
  }
}

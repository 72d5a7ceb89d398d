package dev.iacguard.rules.custom;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many steps it takes at most to evaluate an expression, before it is evaluated. A step is one
 * operation, name or constant; loops inside one another multiply. Over long texts an operation
 * counts as several steps, and matching a pattern as more.
 */
final class ExpressionCost {
  /** Characters that take as long to look at as one step. */
  private static final int TEXT_OF_STEP = 1_024;

  /** Characters that a pattern goes through, for each of its own, in the time of one step. */
  private static final int MATCHED_OF_STEP = 64;

  private final CelExpr expression;
  private final double unmeasured;
  private final int loops;

  private ExpressionCost(CelExpr expression, double unmeasured, int loops) {
    this.expression = expression;
    this.unmeasured = unmeasured;
    this.loops = loops;
  }

  static ExpressionCost of(CelAbstractSyntaxTree checked) {
    int written = 1;
    int joins = 0;
    Set<String> made = new HashSet<>();
    List<CelExpr> all =
        CelNavigableAst.fromAst(checked).getRoot().allNodes().map(CelNavigableExpr::expr).toList();
    for (CelExpr expr : all) {
      switch (expr.getKind()) {
        case LIST -> written = Math.max(written, expr.list().elements().size());
        case MAP -> written = Math.max(written, expr.map().entries().size());
        case COMPREHENSION -> made.add(expr.comprehension().accuVar());
        default -> {}
      }
    }
    int loops = 0;
    for (CelExpr expr : all) {
      loops += expr.getKind() == Kind.COMPREHENSION ? 1 : 0;
      joins += expr.getKind() == Kind.CALL && joinsLists(checked, expr, made) ? 1 : 0;
    }
    return new ExpressionCost(checked.getExpr(), written * Math.pow(2, joins), loops);
  }

  /** Whether two lists are joined, other than by a loop that makes a list element by element. */
  private static boolean joinsLists(CelAbstractSyntaxTree checked, CelExpr expr, Set<String> made) {
    if (!expr.call().function().equals("_+_")) {
      return false;
    }
    CelExpr first = expr.call().args().get(0);
    CelKind kind = checked.getType(expr.id()).map(CelType::kind).orElse(CelKind.DYN);
    boolean byLoop = first.getKind() == Kind.IDENT && made.contains(first.ident().name());
    return !byLoop && (kind == CelKind.LIST || kind == CelKind.DYN);
  }

  /** The most steps, for what the subject has. */
  double steps(CelInput celInput, String variable) {
    Extent extent = Extent.of(celInput.fields());
    Map<String, Extent> names = new HashMap<>(Map.of(variable, extent));
    double most = unmeasured * Math.max(1, extent.longest());
    double steps = new Estimate(names, most, extent.characters()).steps(expression);
    return steps + (double) extent.values() * (1 + loops);
  }

  /**
   * @param names what the variables in scope stand for, as far as it is part of the subject
   * @param unmeasured the most elements of a collection that is not part of the subject
   * @param characters of the longest text
   */
  private record Estimate(Map<String, Extent> names, double unmeasured, int characters) {

    double steps(CelExpr expr) {
      return switch (expr.getKind()) {
        case SELECT -> 1 + steps(expr.select().operand());
        case CALL -> call(expr.call());
        case LIST -> 1 + all(expr.list().elements());
        case STRUCT ->
            1 + all(expr.struct().entries().stream().map(CelExpr.CelStruct.Entry::value).toList());
        case MAP ->
            1
                + all(expr.map().entries().stream().map(CelExpr.CelMap.Entry::key).toList())
                + all(expr.map().entries().stream().map(CelExpr.CelMap.Entry::value).toList());
        case COMPREHENSION -> loop(expr.comprehension());
        default -> 1;
      };
    }

    private double call(CelExpr.CelCall call) {
      double own = 1 + characters / TEXT_OF_STEP;
      if (call.function().equals("matches")) {
        CelExpr pattern = call.args().get(call.args().size() - 1);
        boolean written = pattern.getKind() == Kind.CONSTANT;
        double size = written ? pattern.constant().stringValue().length() : characters;
        own += size * characters / MATCHED_OF_STEP;
      }
      return own + call.target().map(this::steps).orElse(0.0) + all(call.args());
    }

    private double loop(CelComprehension loop) {
      CelExpr range = loop.iterRange();
      Extent elements = found(range);
      double turns = turns(range, elements);
      double before = steps(range) + steps(loop.accuInit());
      @Nullable Extent outer = names.get(loop.iterVar());
      @Nullable Extent each = elements == null ? null : elements.each();
      set(loop.iterVar(), each);
      double round = steps(loop.loopCondition()) + steps(loop.loopStep());
      set(loop.iterVar(), outer);
      return 1 + before + turns * round + steps(loop.result());
    }

    private void set(String name, @Nullable Extent extent) {
      if (extent == null) {
        names.remove(name);
      } else {
        names.put(name, extent);
      }
    }

    private double turns(CelExpr range, @Nullable Extent elements) {
      if (elements != null) {
        return elements.size();
      }
      return range.getKind() == Kind.LIST ? range.list().elements().size() : unmeasured;
    }

    /** The part of the subject that an expression is; null for all else. */
    private @Nullable Extent found(CelExpr expr) {
      if (expr.getKind() == Kind.IDENT) {
        return names.get(expr.ident().name());
      }
      if (expr.getKind() != Kind.SELECT) {
        return null;
      }
      Extent whole = found(expr.select().operand());
      return whole == null ? null : whole.get(expr.select().field());
    }

    private double all(List<CelExpr> parts) {
      double steps = 0;
      for (CelExpr part : parts) {
        steps += steps(part);
      }
      return steps;
    }
  }
}

package dev.iacguard.rules.custom;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields that an expression reads, so that nothing else is evaluated for it.
 *
 * @param paths each from the variable on: {@code [stage, logGroup, retentionDays]}
 */
record Uses(List<List<String>> paths) {

  static Uses of(CelAbstractSyntaxTree expression) {
    return new Uses(
        CelNavigableAst.fromAst(expression)
            .getRoot()
            .allNodes()
            .filter(node -> !goesOn(node))
            .map(node -> path(node.expr()))
            .filter(path -> !path.isEmpty())
            .distinct()
            .toList());
  }

  Uses and(Uses other) {
    List<List<String>> all = new ArrayList<>(paths);
    all.addAll(other.paths);
    return new Uses(all);
  }

  /** Whether something at the path, above it or below it is looked at. */
  boolean reach(List<String> path) {
    for (List<String> used : paths) {
      int shared = Math.min(used.size(), path.size());
      if (used.subList(0, shared).equals(path.subList(0, shared))) {
        return true;
      }
    }
    return false;
  }

  /** True when the parent selects from this node, so that the parent's path is the longer one. */
  private static boolean goesOn(CelNavigableExpr node) {
    CelNavigableExpr parent = node.parent().orElse(null);
    if (parent == null) {
      return false;
    }
    CelExpr selected = selectedFrom(parent.expr());
    return selected != null && selected.id() == node.expr().id();
  }

  /** What a selection by a known name selects from; null for all else. */
  private static @Nullable CelExpr selectedFrom(CelExpr expr) {
    if (expr.getKind() == Kind.SELECT) {
      return expr.select().operand();
    }
    return isIndexByName(expr) ? expr.call().args().get(0) : null;
  }

  private static boolean isIndexByName(CelExpr expr) {
    return expr.getKind() == Kind.CALL
        && expr.call().function().equals("_[_]")
        && expr.call().args().get(1).getKind() == Kind.CONSTANT
        && expr.call().args().get(1).constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  /** Empty when it does not start at a variable. */
  private static List<String> path(CelExpr expr) {
    if (expr.getKind() == Kind.IDENT) {
      return List.of(expr.ident().name());
    }
    CelExpr selected = selectedFrom(expr);
    List<String> above = selected == null ? List.of() : path(selected);
    if (above.isEmpty()) {
      return above;
    }
    List<String> path = new ArrayList<>(above);
    path.add(
        expr.getKind() == Kind.SELECT
            ? expr.select().field()
            : expr.call().args().get(1).constant().stringValue());
    return List.copyOf(path);
  }
}

package dev.iacguard.core.hcl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The children of any node, in the order they stand in. */
final class Nodes {
  private Nodes() {}

  static List<Node> children(Node node) {
    return switch (node) {
      case Body n -> List.copyOf(n.items());
      case BodyItem.Attribute n -> List.of(n.value());
      case BodyItem.Block n -> both(n.labels(), List.of(n.body()));
      case Label n -> List.of();
      case ObjectEntry n -> List.of(n.key(), n.value());
      case TemplatePart n -> children(n);
      case Expression n -> children(n);
    };
  }

  private static List<Node> children(TemplatePart part) {
    return switch (part) {
      case TemplatePart.Text n -> List.of();
      case TemplatePart.Interpolation n -> List.of(n.expression());
      case TemplatePart.If n -> both(List.of(n.condition()), both(n.then(), n.otherwise()));
      case TemplatePart.For n -> both(List.of(n.collection()), n.body());
    };
  }

  private static List<Node> children(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral n -> List.of();
      case Expression.BoolLiteral n -> List.of();
      case Expression.NullLiteral n -> List.of();
      case Expression.Name n -> List.of();
      case Expression.SplatElement n -> List.of();
      case Expression.Invalid n -> List.of();
      case Expression.Template n -> List.copyOf(n.parts());
      case Expression.GetAttribute n -> List.of(n.source());
      case Expression.Index n -> List.of(n.source(), n.key());
      case Expression.Splat n -> List.of(n.source(), n.each());
      case Expression.Call n -> List.copyOf(n.arguments());
      case Expression.Unary n -> List.of(n.operand());
      case Expression.Binary n -> List.of(n.left(), n.right());
      case Expression.Conditional n -> List.of(n.condition(), n.then(), n.otherwise());
      case Expression.Tuple n -> List.copyOf(n.elements());
      case Expression.Obj n -> List.copyOf(n.entries());
      case Expression.For n -> present(n.collection(), n.key(), n.value(), n.condition());
      case Expression.Parentheses n -> List.of(n.inner());
    };
  }

  private static List<Node> present(@Nullable Node... nodes) {
    List<Node> found = new ArrayList<>();
    for (Node node : nodes) {
      if (node != null) {
        found.add(node);
      }
    }
    return found;
  }

  private static List<Node> both(List<? extends Node> first, List<? extends Node> second) {
    List<Node> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}

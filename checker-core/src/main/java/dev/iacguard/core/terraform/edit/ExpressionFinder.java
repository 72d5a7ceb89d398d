package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.hcl.Body;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.ObjectEntry;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the expression that is written at a place. */
record ExpressionFinder(HclFile file) {

  /** The innermost expression that has exactly this range; null when there is none. */
  @Nullable Expression at(int start, int end) {
    return in(file.body(), start, end);
  }

  private static @Nullable Expression in(Body body, int start, int end) {
    for (BodyItem item : body.items()) {
      if (item.start() <= start && end <= item.end()) {
        return switch (item) {
          case BodyItem.Block block -> in(block.body(), start, end);
          case BodyItem.Attribute attribute -> in(attribute.value(), start, end);
        };
      }
    }
    return null;
  }

  private static @Nullable Expression in(Expression expression, int start, int end) {
    if (expression.start() > start || expression.end() < end) {
      return null;
    }
    for (Expression part : parts(expression)) {
      Expression found = in(part, start, end);
      if (found != null) {
        return found;
      }
    }
    return expression.start() == start && expression.end() == end ? expression : null;
  }

  private static List<Expression> parts(Expression expression) {
    return switch (expression) {
      case Expression.Parentheses it -> List.of(it.inner());
      case Expression.Conditional it -> List.of(it.condition(), it.then(), it.otherwise());
      case Expression.Call it -> it.arguments();
      case Expression.Tuple it -> it.elements();
      case Expression.Obj it ->
          it.entries().stream()
              .flatMap((ObjectEntry entry) -> Stream.of(entry.key(), entry.value()))
              .toList();
      case Expression.For it -> List.of(it.collection(), it.value());
      case Expression.Index it -> List.of(it.source(), it.key());
      case Expression.Binary it -> List.of(it.left(), it.right());
      default -> List.of();
    };
  }
}

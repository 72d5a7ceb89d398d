package dev.iacguard.core.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lists the names that code refers to, as written: {@code module.logs["eu"].arn} is {@code module},
 * {@code logs}, {@code arn}.
 */
public final class Traversals {
  private final Consumer<List<String>> found;

  private Traversals(Consumer<List<String>> found) {
    this.found = found;
  }

  /** All of an expression, those in indexes and conditions among them. */
  public static void in(Expression expression, Consumer<List<String>> found) {
    new Traversals(found).expression(expression);
  }

  /** All of an attribute or block. */
  public static void in(BodyItem item, Consumer<List<String>> found) {
    new Traversals(found).item(item);
  }

  private void item(BodyItem item) {
    switch (item) {
      case BodyItem.Attribute attribute -> expression(attribute.value());
      case BodyItem.Block block -> block.body().items().forEach(this::item);
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.Name name -> found.accept(List.of(name.name()));
      case Expression.GetAttribute attribute -> path(attribute);
      case Expression.Index index -> path(index);
      case Expression.Splat splat -> path(splat);
      case Expression.Template template -> template.parts().forEach(this::part);
      case Expression.Parentheses it -> expression(it.inner());
      case Expression.Call call -> call.arguments().forEach(this::expression);
      case Expression.Unary it -> expression(it.operand());
      case Expression.Binary it -> {
        expression(it.left());
        expression(it.right());
      }
      case Expression.Conditional it -> {
        expression(it.condition());
        expression(it.then());
        expression(it.otherwise());
      }
      case Expression.Tuple tuple -> tuple.elements().forEach(this::expression);
      case Expression.Obj object -> object.entries().forEach(this::entry);
      case Expression.For loop -> {
        expression(loop.collection());
        if (loop.key() != null) {
          expression(loop.key());
        }
        expression(loop.value());
        if (loop.condition() != null) {
          expression(loop.condition());
        }
      }
      case Expression.NumberLiteral none -> {}
      case Expression.BoolLiteral none -> {}
      case Expression.NullLiteral none -> {}
      case Expression.SplatElement none -> {}
      case Expression.Invalid none -> {}
    }
  }

  private void entry(ObjectEntry entry) {
    if (!(entry.key() instanceof Expression.Name)) {
      expression(entry.key());
    }
    expression(entry.value());
  }

  private void part(TemplatePart part) {
    switch (part) {
      case TemplatePart.Text text -> {}
      case TemplatePart.Interpolation it -> expression(it.expression());
      case TemplatePart.If it -> {
        expression(it.condition());
        it.then().forEach(this::part);
        it.otherwise().forEach(this::part);
      }
      case TemplatePart.For it -> {
        expression(it.collection());
        it.body().forEach(this::part);
      }
    }
  }

  private void path(Expression whole) {
    List<String> names = new ArrayList<>();
    if (names(whole, names)) {
      found.accept(List.copyOf(names));
    }
  }

  /** False when it does not begin with a name; what it begins with was gone through then. */
  private boolean names(Expression expression, List<String> names) {
    return switch (expression) {
      case Expression.Name name -> names.add(name.name());
      case Expression.SplatElement element -> true;
      case Expression.GetAttribute attribute -> {
        boolean begins = names(attribute.source(), names);
        names.add(attribute.name());
        yield begins;
      }
      case Expression.Index index -> {
        expression(index.key());
        yield names(index.source(), names);
      }
      case Expression.Splat splat -> names(splat.source(), names) && names(splat.each(), names);
      default -> {
        expression(expression);
        yield false;
      }
    };
  }
}

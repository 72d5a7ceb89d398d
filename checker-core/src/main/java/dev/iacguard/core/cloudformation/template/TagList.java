package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Converts tags by name into the list of keys and values that CloudFormation expects. */
public final class TagList {
  private TagList() {}

  public static Node.Sequence of(Node.Mapping tags) {
    List<Node> list = new ArrayList<>();
    for (Node.Entry tag : tags.entries()) {
      Span at = tag.keySpan();
      Node value =
          tag.value() instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.NULL
              ? Node.Scalar.text("", scalar.span())
              : tag.value();
      list.add(
          new Node.Mapping(
              List.of(
                  new Node.Entry("Key", at, Node.Scalar.text(tag.key(), at)),
                  new Node.Entry("Value", at, value)),
              at));
    }
    return new Node.Sequence(list, tags.span());
  }
}

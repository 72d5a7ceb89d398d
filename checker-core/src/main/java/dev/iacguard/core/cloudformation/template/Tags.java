package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.cloudformation.template.Node.Scalar;
import org.jspecify.annotations.Nullable;

/** Expands short tags: {@code !Sub x} is {@code {Fn::Sub: x}}. */
final class Tags {
  private static final String STANDARD = "tag:yaml.org,2002:";

  private Tags() {}

  /**
   * @param node as it was read; a scalar is still the text between its quotes
   */
  static Node apply(@Nullable String tag, Node node) {
    if (tag == null || tag.equals("!")) {
      return node;
    }
    if (tag.startsWith(STANDARD)) {
      return node instanceof Scalar scalar
          ? standard(tag.substring(STANDARD.length()), scalar)
          : node;
    }
    String name = tag.substring(1);
    String key = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    return Node.Mapping.single(key, node, node.span());
  }

  private static Node standard(String type, Scalar scalar) {
    return switch (type) {
      case "str" -> Scalar.text(scalar.text(), scalar.span());
      case "int", "float", "bool", "null" -> Scalars.plain(scalar.text(), scalar.span());
      default -> scalar;
    };
  }
}

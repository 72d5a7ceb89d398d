package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of an intrinsic function: a mapping with one entry.
 *
 * @param name {@code Ref}, {@code Condition}, or {@code Fn::…}
 * @param span the whole call
 */
public record Call(String name, Node argument, Span span) {

  /** The call that a node is, or null when it is plain data. */
  public static @Nullable Call of(Node node) {
    if (!(node instanceof Node.Mapping mapping) || mapping.entries().size() != 1) {
      return null;
    }
    Node.Entry entry = mapping.entries().get(0);
    boolean function =
        entry.key().equals("Ref")
            || (entry.key().equals("Condition") && entry.value() instanceof Node.Scalar)
            || entry.key().startsWith("Fn::");
    return function ? new Call(entry.key(), entry.value(), node.span()) : null;
  }

  /** The call that a node is when it has this name, otherwise null. */
  public static @Nullable Call of(Node node, String name) {
    Call call = of(node);
    return call != null && call.name.equals(name) ? call : null;
  }

  /** The arguments; one that is no list stands alone. */
  public List<Node> list() {
    return argument instanceof Node.Sequence sequence ? sequence.items() : List.of(argument);
  }

  /** The argument when it is a scalar, otherwise null. */
  @Nullable
  public String text() {
    return argument instanceof Node.Scalar scalar ? scalar.text() : null;
  }
}

package dev.iacguard.core.cloudformation.edit;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.FormatStrings;
import dev.iacguard.core.edit.Intention;
import org.jspecify.annotations.Nullable;

/** Adds members to the string of an access log format, also inside {@code Fn::Sub}. */
record TextExtension(TemplateFiles files) {

  EditResult extend(Intention.ExtendText it) {
    @Nullable Node node = files.node(it.at());
    Node.@Nullable Scalar scalar = node == null ? null : text(node);
    return scalar == null
        ? EditResult.impossible("the format at " + it.at() + " is computed")
        : FormatStrings.extend(scalar.span(), it);
  }

  /** The string itself, or the one that is substituted into. */
  private static Node.@Nullable Scalar text(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar;
      case Node.Mapping sub when sub.get("Fn::Sub") instanceof Node.Scalar scalar -> scalar;
      case Node.Mapping sub
          when sub.get("Fn::Sub") instanceof Node.Sequence list
              && !list.items().isEmpty()
              && list.items().getFirst() instanceof Node.Scalar scalar ->
          scalar;
      default -> null;
    };
  }
}

package dev.iacguard.core.cloudformation.edit;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.EditResult;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import org.jspecify.annotations.Nullable;

/** Adds members to the string of an access log format, also inside {@code Fn::Sub}. */
record TextExtension(TemplateFiles files) {

  EditResult extend(Intention.ExtendText it) {
    @Nullable Node node = files.node(it.at());
    Node.@Nullable Scalar scalar = node == null ? null : text(node);
    return scalar == null
        ? EditResult.impossible("the format at " + it.at() + " is computed")
        : extend(scalar.span(), it);
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

  private static EditResult extend(Span at, Intention.ExtendText it) {
    SourceFile file = at.file();
    String written = at.text();
    String members = TemplateTerms.object(it.members());
    String inner = members.substring(1, members.length() - 1);
    boolean quoted = isDoubleQuoted(written);
    if (it.separator() != null) {
      String words = it.separator() + String.join(it.separator(), it.members().values());
      int closing = written.endsWith("\"") || written.endsWith("'") ? 1 : 0;
      return EditResult.of(Edit.insert(file, at.end() - closing, words));
    }
    int brace = written.lastIndexOf('}');
    if (brace < 0) {
      return EditResult.impossible("the format at " + at + " does not end an object");
    }
    String before = written.substring(0, brace).stripTrailing();
    String comma = before.endsWith("{") ? "" : ",";
    String text = quoted ? inner.replace("\"", "\\\"") : inner;
    return EditResult.of(Edit.insert(file, at.start() + before.length(), comma + text));
  }

  /** A tag may stand in front of the quotation mark. */
  private static boolean isDoubleQuoted(String written) {
    String text = written.startsWith("!") ? written.substring(written.indexOf(' ') + 1) : written;
    return text.stripLeading().startsWith("\"");
  }
}

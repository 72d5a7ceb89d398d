package dev.iacguard.core.cloudformation.edit;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The nodes of templates, each file read once. Not for several threads. */
final class TemplateFiles {
  private final Map<SourceFile, Optional<Node.Mapping>> roots = new HashMap<>();

  /** Null for a file that is not one template. */
  Node.@Nullable Mapping root(SourceFile file) {
    return roots.computeIfAbsent(file, TemplateFiles::read).orElse(null);
  }

  private static Optional<Node.Mapping> read(SourceFile file) {
    return TemplateReader.parse(file).documents().stream()
        .filter(
            document ->
                document instanceof Node.Mapping mapping && mapping.get("Resources") != null)
        .map(Node.Mapping.class::cast)
        .findFirst();
  }

  /** The entry that declares a resource; null when it is not in this file. */
  Node.@Nullable Entry entry(Target target) {
    Node.@Nullable Mapping root = root(target.span().file());
    if (root == null) {
      return null;
    }
    for (Node.Entry entry : root.mapping("Resources").entries()) {
      if (entry.keySpan().start() == target.span().start()) {
        return entry;
      }
    }
    return null;
  }

  /** What stands under the logical id of a resource. */
  Node.@Nullable Mapping resource(Target target) {
    Node.@Nullable Entry entry = entry(target);
    return entry != null && entry.value() instanceof Node.Mapping body ? body : null;
  }

  /** The innermost node with exactly this range; null when there is none. */
  @Nullable Node node(Span at) {
    Node.@Nullable Mapping root = root(at.file());
    return root == null ? null : in(root, at);
  }

  private static @Nullable Node in(Node node, Span at) {
    Span span = node.span();
    if (span.start() > at.start() || span.end() < at.end()) {
      return null;
    }
    for (Node child : children(node)) {
      Node found = in(child, at);
      if (found != null) {
        return found;
      }
    }
    return span.start() == at.start() && span.end() == at.end() ? node : null;
  }

  private static Iterable<Node> children(Node node) {
    return switch (node) {
      case Node.Mapping mapping -> mapping.entries().stream().map(Node.Entry::value).toList();
      case Node.Sequence sequence -> sequence.items();
      default -> List.of();
    };
  }
}

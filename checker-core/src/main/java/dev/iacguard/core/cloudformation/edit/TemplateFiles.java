package dev.iacguard.core.cloudformation.edit;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the nodes of templates. What was read of a file is not kept longer than there is room. */
final class TemplateFiles {
  /**
   * @param byStart the entries of {@code Resources} by the offsets of their keys
   * @param lacksTransform whether it has resources of SAM and no transform
   */
  private record Read(
      Node.@Nullable Mapping root, Map<Integer, Node.Entry> byStart, boolean lacksTransform) {
    static Read of(SourceFile file) {
      Node.@Nullable Mapping lent = file.lent(Node.Mapping.class);
      if (lent != null && lent.get("Resources") != null) {
        return of(lent);
      }
      for (Node document : TemplateReader.parse(file).documents()) {
        if (document instanceof Node.Mapping mapping && mapping.get("Resources") != null) {
          return of(mapping);
        }
      }
      return new Read(null, Map.of(), false);
    }

    private static Read of(Node.Mapping root) {
      Map<Integer, Node.Entry> byStart = new HashMap<>();
      for (Node.Entry entry : root.mapping("Resources").entries()) {
        byStart.putIfAbsent(entry.keySpan().start(), entry);
      }
      boolean lacksTransform = root.entry("Transform") == null && Template.hasSamResources(root);
      return new Read(root, byStart, lacksTransform);
    }
  }

  /** Null for a file that is not one template. */
  Node.@Nullable Mapping root(SourceFile file) {
    return read(file).root();
  }

  /** Whether a template has resources of SAM and nothing that would transform them. */
  boolean lacksTransform(SourceFile file) {
    return read(file).lacksTransform();
  }

  private static Read read(SourceFile file) {
    return file.recall(Read.class, () -> Read.of(file));
  }

  /** The entry that declares a resource; null when it is not in this file. */
  Node.@Nullable Entry entry(Target target) {
    return read(target.span().file()).byStart().get(target.span().start());
  }

  /** Whether a resource is one of those that a loop declares. */
  boolean isInLoop(Target target) {
    Node.@Nullable Mapping root = root(target.span().file());
    return root != null
        && root.mapping("Resources").entries().stream()
            .filter(entry -> entry.key().startsWith(Template.LOOP))
            .map(entry -> entry.value().span())
            .anyMatch(at -> at.start() <= target.span().start() && target.span().end() <= at.end());
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

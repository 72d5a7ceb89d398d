package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.cloudformation.template.Macros;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Parsed;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resolves {@code AWS::Include} of files in the tree: their entries replace the transform where it
 * is called. An included file includes no other. What lies elsewhere stays a call, and is unknown.
 */
public final class Includes {
  private final SourceTree tree;
  private final String folder;

  private Includes(SourceTree tree, String folder) {
    this.tree = tree;
    this.folder = folder;
  }

  /** The template with what it includes; the same where it includes nothing. */
  public static Template resolve(SourceTree tree, Template template) {
    if (!template.file().text().contains(Macros.INCLUDE)) {
      return template;
    }
    Includes includes = new Includes(tree, Paths.folder(template.path()));
    Node.Mapping root = includes.mapping(template.root());
    return template.withRoot(includes.whole(root, template.transforms()));
  }

  /** The template with the files that it includes as a whole; what is not found stays a call. */
  private Node.Mapping whole(Node.Mapping root, List<Node> transforms) {
    Node.Mapping all = root;
    List<Node> left = new ArrayList<>();
    for (Node transform : transforms) {
      Node.Mapping found = included(transform);
      if (found == null) {
        left.add(transform);
      } else {
        all = merged(all, found);
      }
    }
    Node.Entry section = root.entry("Transform");
    return section == null || left.size() == transforms.size()
        ? all
        : all.with(section.withValue(new Node.Sequence(left, section.value().span())));
  }

  private Node resolve(Node node) {
    return switch (node) {
      case Node.Mapping mapping -> mapping(mapping);
      case Node.Sequence sequence -> {
        List<Node> items = new ArrayList<>();
        sequence.items().forEach(item -> items.add(resolve(item)));
        yield new Node.Sequence(List.copyOf(items), sequence.span());
      }
      default -> node;
    };
  }

  private Node.Mapping mapping(Node.Mapping mapping) {
    List<Node.Entry> entries = new ArrayList<>();
    Node.Mapping included = null;
    for (Node.Entry entry : mapping.entries()) {
      Node.Mapping found = entry.key().equals(Macros.CALL) ? included(entry.value()) : null;
      if (found == null) {
        entries.add(entry.withValue(resolve(entry.value())));
      } else {
        included = found;
      }
    }
    Node.Mapping own = new Node.Mapping(entries, mapping.span());
    return included == null ? own : merged(own, included);
  }

  private static Node.Mapping merged(Node.Mapping own, Node.Mapping included) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    included.entries().forEach(entry -> entries.put(entry.key(), entry));
    own.entries().forEach(entry -> entries.put(entry.key(), entry));
    return new Node.Mapping(List.copyOf(entries.values()), own.span());
  }

  /** What a call of the transform brings in, or null when that is not in the tree. */
  private Node.@Nullable Mapping included(@Nullable Node call) {
    if (!(call instanceof Node.Mapping transform)
        || !Macros.INCLUDE.equals(transform.text("Name"))) {
      return null;
    }
    String location = transform.mapping("Parameters").text("Location");
    String path =
        location == null || location.contains("://") ? null : Paths.resolve(folder, location);
    if (path == null || !(tree.read(path) instanceof Content.Decoded decoded)) {
      return null;
    }
    boolean code = TemplateFinder.hasRightName(path);
    Parsed parsed = TemplateReader.parse(code ? decoded.file() : decoded.file().unquotable());
    return !parsed.documents().isEmpty()
            && parsed.documents().get(0) instanceof Node.Mapping mapping
        ? mapping
        : null;
  }
}

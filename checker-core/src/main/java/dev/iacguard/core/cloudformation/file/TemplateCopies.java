package dev.iacguard.core.cloudformation.file;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds copies of a template: packaged for deployment, in another syntax, or a part of it. */
public final class TemplateCopies {
  /** The endings of templates, the one that is most likely written by hand first. */
  private static final List<String> ENDINGS = List.of("yaml", "yml", "json", "template");

  private final SourceTree tree;
  private final Set<String> templates;
  private final Map<String, Template> read = new HashMap<>();

  /**
   * @param templates the paths of all templates
   */
  public TemplateCopies(SourceTree tree, Set<String> templates) {
    this.tree = tree;
    this.templates = templates;
  }

  /** The template that this one was packaged from; null when there is none around it. */
  public @Nullable String original(String path) {
    if (!(tree.read(path) instanceof Content.Decoded decoded)
        || !mayNameUploads(decoded.file().text())) {
      return null;
    }
    for (String other : templates) {
      if (!other.equals(path)
          && isAround(Paths.folder(other), path)
          && NodeComparison.isPackaged(template(other).root(), template(path).root())) {
        return other;
      }
    }
    return null;
  }

  /**
   * The template beside this one that has its name and its content, with an ending that is more
   * likely the one written by hand; null when there is none.
   */
  public @Nullable String sameBeside(String path) {
    int dot = path.lastIndexOf('.');
    int rank = ENDINGS.indexOf(path.substring(dot + 1));
    return ENDINGS.stream()
        .limit(Math.max(rank, 0))
        .map(ending -> path.substring(0, dot + 1) + ending)
        .filter(templates::contains)
        .filter(other -> NodeComparison.same(template(other).root(), template(path).root()))
        .findFirst()
        .orElse(null);
  }

  /** False when the text shows that {@link NodeComparison} finds no uploaded file in it. */
  private static boolean mayNameUploads(String text) {
    if (!text.contains("s3") && !text.contains("S3")) {
      return false;
    }
    int url = text.indexOf("https://");
    boolean escaped = text.contains("\\u") || text.contains("\\x") || text.contains("\\U");
    return escaped
        || text.contains("s3://")
        || (url >= 0 && text.indexOf("s3", url) >= 0)
        || (hasKeyEnding(text, "Bucket") && hasKeyEnding(text, "Key"));
  }

  private static boolean hasKeyEnding(String text, String end) {
    for (int at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) {
      int after = at + end.length();
      while (after < text.length() && (text.charAt(after) <= ' ' || isQuote(text.charAt(after)))) {
        after++;
      }
      if (after < text.length() && text.charAt(after) == ':') {
        return true;
      }
    }
    return false;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '\\';
  }

  private static boolean isAround(String folder, String path) {
    return folder.isEmpty() || path.startsWith(folder + "/");
  }

  /** The template that has all resources of a part, and more; null when there is none. */
  public @Nullable String whole(String path) {
    return whole(template(path).root(), Set.of(path));
  }

  /** The template that has all resources of joined parts; null when there is none. */
  public @Nullable String whole(TemplateParts.Joined parts) {
    return whole(parts.root(), Set.copyOf(parts.members()));
  }

  private @Nullable String whole(Node.Mapping part, Set<String> parts) {
    if (part.mapping("Resources").entries().isEmpty()) {
      return null;
    }
    for (String other : templates) {
      if (!parts.contains(other) && holds(template(other), part, parts.size() > 1)) {
        return other;
      }
    }
    return null;
  }

  /**
   * Only what says of itself that it is a template can be the whole.
   *
   * @param joined whether the whole may have no more than what is compared with it
   */
  private static boolean holds(Template whole, Node.Mapping part, boolean joined) {
    Node.Mapping all = whole.section("Resources");
    Node.Mapping some = part.mapping("Resources");
    boolean more =
        whole.root().entry(Template.VERSION) != null
            && whole.root().entries().size() + all.entries().size()
                > part.entries().size() + some.entries().size() - (joined ? 1 : 0);
    return more
        && some.entries().stream()
            .allMatch(
                entry -> {
                  Node same = all.get(entry.key());
                  return same != null && NodeComparison.same(same, entry.value());
                });
  }

  private Template template(String path) {
    return read.computeIfAbsent(path, at -> TemplateReader.read(tree, at));
  }
}

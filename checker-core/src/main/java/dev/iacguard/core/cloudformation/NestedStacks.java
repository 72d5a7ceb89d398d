package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.file.CdkAssets;
import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.TemplateText;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the templates that a template names as its nested stacks. */
final class NestedStacks {
  private static final Set<String> TYPES =
      Set.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");

  private final SourceTree tree;
  private final Set<String> templates;

  /**
   * @param templates the paths of the templates of the tree
   */
  NestedStacks(SourceTree tree, Set<String> templates) {
    this.tree = tree;
    this.templates = templates;
  }

  static boolean isOne(Declaration declaration) {
    return TYPES.contains(declaration.type());
  }

  /**
   * Where the nested template is named, or null when it is not. What the CDK writes says in its
   * metadata which file it uploads.
   */
  static @Nullable Node location(Declaration declaration) {
    Node.Mapping metadata = declaration.body().mapping("Metadata");
    if ("TemplateURL".equals(metadata.text("aws:asset:property"))) {
      return metadata.get("aws:asset:path");
    }
    String property =
        declaration.type().equals("AWS::Serverless::Application") ? "Location" : "TemplateURL";
    return declaration.properties().get(property);
  }

  /**
   * The nested template's path in the tree, or null when it is not there.
   *
   * @param work is charged with evaluating its address
   */
  @Nullable String path(Template template, Declaration declaration, EvaluationBudget work) {
    Node location = location(declaration);
    return location == null ? null : path(template, location, work);
  }

  /** The path of the file that an address names, or null when the tree has no such file. */
  @Nullable String path(Template template, Node location, EvaluationBudget work) {
    if (location instanceof Node.Scalar url && !url.text().contains("://")) {
      return beside(template, url.text());
    }
    return path(template, Scope.bare(template, Parameters.Given.NOTHING, work).evaluate(location));
  }

  private @Nullable String path(Template template, Value address) {
    return switch (address) {
      case Value.Choice choice -> {
        String then = path(template, choice.then());
        yield then != null && then.equals(path(template, choice.otherwise())) ? then : null;
      }
      case Value.Text text when text.known() != null && !text.known().contains("://") ->
          beside(template, text.known());
      case Value.Text text -> {
        String asset = CdkAssets.path(tree, template.path(), text);
        yield asset != null ? asset : bySuffix(template.path(), suffix(text));
      }
      default -> null;
    };
  }

  /** True for a module of Rain that is in the tree and makes no stages. */
  boolean isHarmlessModule(Template template, Node source) {
    String path =
        source instanceof Node.Scalar written
            ? beside(template, written.text().replaceFirst("^file://", ""))
            : null;
    return path != null
        && tree.read(path) instanceof Content.Decoded decoded
        && !TemplateText.mayHoldStages(decoded.file().text());
  }

  private @Nullable String beside(Template template, String relative) {
    String path = Paths.resolve(Paths.folder(template.path()), relative);
    return path != null && tree.isFile(path) ? path : fromBuild(template.path(), relative);
  }

  /**
   * The one template of the tree that a path upwards leads to from the folder of a build: all of
   * the path but its dots has to be the end of that of the file.
   */
  private @Nullable String fromBuild(String from, String relative) {
    String end = relative.replaceFirst("^(\\./|\\.\\./)+", "");
    if (!relative.startsWith("../") || !end.contains("/") || end.contains("..")) {
      return null;
    }
    List<String> found =
        templates.stream()
            .filter(path -> !path.equals(from))
            .filter(path -> path.equals(end) || path.endsWith("/" + end))
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  /** The path at the end of an address, as far as it is known. */
  private static String suffix(Value.Text address) {
    List<TextPart> parts = address.parts();
    if (parts.isEmpty() || !(parts.get(parts.size() - 1) instanceof TextPart.Literal last)) {
      return "";
    }
    String text = last.text();
    int query = text.indexOf('?');
    String plain = query < 0 ? text : text.substring(0, query);
    int host = plain.indexOf("://");
    return host < 0 ? plain : plain.substring(plain.indexOf('/', host + 3) + 1);
  }

  /** The one template of the tree whose path ends as an address does; the longest end counts. */
  private @Nullable String bySuffix(String from, String suffix) {
    String rest = suffix.startsWith("/") ? suffix.substring(1) : suffix;
    while (!rest.isEmpty()) {
      String end = rest;
      List<String> found =
          templates.stream()
              .filter(path -> !path.equals(from))
              .filter(path -> path.equals(end) || path.endsWith("/" + end))
              .toList();
      if (!found.isEmpty()) {
        return found.size() == 1 ? found.get(0) : nearest(from, found);
      }
      int slash = rest.indexOf('/');
      rest = slash < 0 ? "" : rest.substring(slash + 1);
    }
    return null;
  }

  /** The only one of these beside or below a template; null when there is none or several. */
  private static @Nullable String nearest(String from, List<String> paths) {
    String folder = Paths.folder(from);
    List<String> near =
        paths.stream().filter(path -> folder.isEmpty() || path.startsWith(folder + "/")).toList();
    return near.size() == 1 ? near.get(0) : null;
  }

  /**
   * The paths of all nested templates that are in the tree.
   *
   * @param work is charged with evaluating their addresses
   */
  Set<String> paths(Template template, EvaluationBudget work) {
    Set<String> paths = new HashSet<>();
    for (Declaration declaration : Declaration.all(template.section("Resources")).values()) {
      Stream<String> path =
          isOne(declaration)
              ? Stream.ofNullable(path(template, declaration, work))
              : Stream.empty();
      path.filter(each -> !each.equals(template.path())).forEach(paths::add);
    }
    return paths;
  }
}

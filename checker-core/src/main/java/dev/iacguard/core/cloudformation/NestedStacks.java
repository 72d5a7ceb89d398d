package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Templates that a template names as its nested stacks. */
final class NestedStacks {
  private static final Set<String> TYPES =
      Set.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");

  private NestedStacks() {}

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

  /** The nested template's path in the tree, or null when it is not there. */
  static @Nullable String path(SourceTree tree, Template template, Declaration declaration) {
    if (!(location(declaration) instanceof Node.Scalar url) || url.text().contains("://")) {
      return null;
    }
    String path = Paths.resolve(Paths.folder(template.path()), url.text());
    return path != null && tree.isFile(path) ? path : null;
  }

  /** The paths of all nested templates that are in the tree. */
  static Set<String> paths(SourceTree tree, Template template) {
    Set<String> paths = new HashSet<>();
    for (Declaration declaration : Declaration.all(template.section("Resources")).values()) {
      String path = isOne(declaration) ? path(tree, template, declaration) : null;
      if (path != null && !path.equals(template.path())) {
        paths.add(path);
      }
    }
    return paths;
  }
}

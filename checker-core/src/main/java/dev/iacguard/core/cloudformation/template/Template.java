package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.SourceFile;
import java.util.List;
import java.util.Set;

/**
 * A template as it is written.
 *
 * @param path in the tree
 * @param root the whole document; empty when nothing could be read
 * @param problems what is wrong with the text itself
 */
public record Template(String path, SourceFile file, Node.Mapping root, List<Problem> problems) {
  public static final String VERSION = "AWSTemplateFormatVersion";
  public static final String SAM = "AWS::Serverless-";
  public static final String SERVERLESS = "AWS::Serverless::";
  public static final String EXTENSIONS = "AWS::LanguageExtensions";

  /** What the key of a loop starts with. */
  public static final String LOOP = "Fn::ForEach::";

  public static final Set<String> SECTIONS =
      Set.of(
          VERSION,
          "Description",
          "Metadata",
          "Parameters",
          "Rules",
          "Mappings",
          "Conditions",
          "Transform",
          "Globals",
          "Resources",
          "Hooks",
          "Outputs");

  /**
   * True when a document has what a template must have: resources with CloudFormation's types, or
   * the version of its format.
   */
  static boolean isTemplate(Node document) {
    if (!(document instanceof Node.Mapping root)) {
      return false;
    }
    if (!(root.get("Resources") instanceof Node.Mapping resources)) {
      return (root.entry("Resources") != null || root.entry(RainModules.SECTION) != null)
          && root.entry(VERSION) != null;
    }
    for (Node.Entry entry : resources.entries()) {
      if (entry.key().startsWith(LOOP)
          || entry.key().equals(Macros.CALL)
          || RainModules.isOne(entry)) {
        return true;
      }
      String type = entry.value() instanceof Node.Mapping body ? body.text("Type") : null;
      if (type != null && type.contains("::")) {
        return true;
      }
    }
    return false;
  }

  public Node.Mapping section(String name) {
    return root.mapping(name);
  }

  public Template withRoot(Node.Mapping changed) {
    return new Template(path, file, changed, problems);
  }

  /** A template with SAM resources is taken for one even if it forgets the transform. */
  public Language language() {
    return isTransformedBy(SAM) || hasSamResources(root) ? Language.SAM : Language.CLOUDFORMATION;
  }

  /** True when a document declares a resource of a type that only SAM has. */
  public static boolean hasSamResources(Node.Mapping root) {
    for (Node.Entry entry : root.mapping("Resources").entries()) {
      String type = entry.value() instanceof Node.Mapping body ? body.text("Type") : null;
      if (type != null && type.startsWith(SERVERLESS)) {
        return true;
      }
    }
    return false;
  }

  /** True when a transform of the template has a name that starts so. */
  public boolean isTransformedBy(String name) {
    for (Node each : transforms()) {
      if (each instanceof Node.Scalar scalar && scalar.text().startsWith(name)) {
        return true;
      }
    }
    return false;
  }

  /** What stands in the Transform section, one element a transform. */
  public List<Node> transforms() {
    Node transform = root.get("Transform");
    return transform instanceof Node.Sequence many
        ? many.items()
        : transform == null ? List.of() : List.of(transform);
  }
}

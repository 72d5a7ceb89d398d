package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.RainModules;
import dev.iacguard.core.cloudformation.template.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that a template declares, and whether the list is complete. They need not be: a file
 * may be a fragment that another tool completes, a macro may add to any section, an include and a
 * loop may make names that are not seen here, SAM and modules make resources of their own.
 */
final class KnownNames {
  static final String MODULE = "::MODULE";
  private static final List<String> PSEUDO =
      List.of(
          "AWS::AccountId",
          "AWS::NoValue",
          "AWS::NotificationARNs",
          "AWS::Partition",
          "AWS::Region",
          "AWS::StackId",
          "AWS::StackName",
          "AWS::URLSuffix");

  /** Transforms of which it is known what they add. */
  private static final List<String> TRANSFORMS = List.of(Template.SAM, Template.EXTENSIONS);

  /** What SAM makes without a resource that it is made from. */
  private static final List<String> MADE_BY_SAM = List.of("Serverless", "CodeDeployServiceRole");

  private final Template template;
  private final Collection<Declaration> declarations;

  KnownNames(Template template, Collection<Declaration> declarations) {
    this.template = template;
    this.declarations = declarations;
  }

  Collection<Declaration> declarations() {
    return declarations;
  }

  /** True when the template is whole and no macro changes it. */
  boolean areSure() {
    Node.Mapping root = template.root();
    for (Node.Entry entry : root.entries()) {
      if (!Template.SECTIONS.contains(entry.key())) {
        return false;
      }
    }
    boolean claims = root.entry(Template.VERSION) != null || root.entry("Transform") != null;
    return claims && template.transforms().stream().allMatch(KnownNames::isKnownTransform);
  }

  private static boolean isKnownTransform(Node transform) {
    return transform instanceof Node.Scalar scalar
        && TRANSFORMS.stream().anyMatch(scalar.text()::startsWith);
  }

  /** True when a section has no names but those that are written in it. */
  boolean hasAll(String section) {
    Node node = template.root().get(section);
    if (!areSure() || !(node == null || node instanceof Node.Mapping)) {
      return false;
    }
    return !isOpen(template.section(section));
  }

  /** True for a key that represents entries that are not seen here. */
  static boolean isMadeElsewhere(String key) {
    return key.startsWith("Fn::");
  }

  /** True when a transform or a loop adds entries that are not seen here. */
  static boolean isOpen(Node.Mapping mapping) {
    return mapping.entries().stream().anyMatch(each -> isMadeElsewhere(each.key()));
  }

  /** True when neither a parameter nor a resource can have this name. */
  boolean canMiss(String name) {
    return hasAll("Parameters") && hasAll("Resources") && !isMade(name);
  }

  /** True for names like those that SAM, modules and connectors give to what they make. */
  private boolean isMade(String name) {
    boolean sam = template.isTransformedBy(Template.SAM);
    if (sam && MADE_BY_SAM.stream().anyMatch(name::startsWith)) {
      return true;
    }
    for (Node.Entry entry : template.section("Resources").entries()) {
      if (RainModules.isOne(entry) && name.startsWith(entry.key())) {
        return true;
      }
    }
    for (Declaration declaration : declarations) {
      Declaration.Maker maker = declaration.generated();
      boolean makes =
          maker != null
              || declaration.type().startsWith(Template.SERVERLESS)
              || declaration.type().endsWith(MODULE)
              || declaration.body().entry("Connectors") != null;
      String id = maker == null ? declaration.logicalId() : maker.logicalId();
      if (makes && name.startsWith(id)) {
        return true;
      }
    }
    return false;
  }

  /** All that can be referred to. */
  Collection<String> references() {
    List<String> all = new ArrayList<>(PSEUDO);
    all.addAll(of("Parameters"));
    all.addAll(resources());
    return all;
  }

  Collection<String> resources() {
    List<String> all = new ArrayList<>();
    declarations.forEach(declaration -> all.add(declaration.logicalId()));
    return all;
  }

  Collection<String> of(String section) {
    return names(template.section(section));
  }

  static Set<String> names(Node.Mapping mapping) {
    Set<String> names = new LinkedHashSet<>();
    mapping.entries().forEach(entry -> names.add(entry.key()));
    return names;
  }
}

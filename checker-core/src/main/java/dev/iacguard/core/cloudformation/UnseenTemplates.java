package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Macros;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.RainModules;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.TemplateText;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds resources that deploy templates other than as nested stacks, and signs that a template gets
 * resources from elsewhere. What these hold is not judged; a problem names each of them.
 */
final class UnseenTemplates {
  private static final Set<String> STACK_SETS = Set.of("AWS::CloudFormation::StackSet");
  private static final Set<String> PRODUCTS =
      Set.of(
          "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
          "AWS::ServiceCatalog::CloudFormationProduct");

  private final NestedStacks nested;
  private final Template template;
  private final Scope scope;

  UnseenTemplates(NestedStacks nested, Scope scope) {
    this.nested = nested;
    this.scope = scope;
    this.template = scope.template();
  }

  List<Problem> all() {
    List<Problem> problems = new ArrayList<>();
    for (Node transform : template.transforms()) {
      if (!Macros.isKnown(transform)) {
        problems.add(added(transform, transform.span()));
      }
    }
    for (Node.Entry entry : template.section("Resources").entries()) {
      if (entry.key().equals(Macros.CALL)) {
        problems.add(added(entry.value(), entry.keySpan()));
      }
    }
    for (Declaration declaration : Declaration.all(template.section("Resources")).values()) {
      Problem problem = unseen(declaration);
      if (problem != null && mayBeMade(declaration)) {
        problems.add(problem);
      }
    }
    RainModules.sources(template)
        .forEach(
            (module, source) -> {
              if (!nested.isHarmlessModule(template, source)) {
                problems.add(unexpanded(module));
              }
            });
    return List.copyOf(problems);
  }

  private static Problem unexpanded(Node.Entry module) {
    String what = "'rain pkg' writes a template that can be checked";
    return Problem.notAvailable(
            module.keySpan(), "the module " + module.key() + " is not expanded; " + what)
        .amongOthers("modules are not expanded; " + what);
  }

  private boolean mayBeMade(Declaration declaration) {
    return Deployment.existence(scope, declaration).stream().noneMatch(ConditionTruth::isFalse);
  }

  private static Problem added(Node transform, Span at) {
    String what = Macros.prose(transform);
    return Problem.notAvailable(
            at, what + " is not in the tree; stages that it adds are not analysed")
        .amongOthers("macros are not in the tree; stages that they add are not analysed");
  }

  /** What of a resource is not seen, or null when nothing is. */
  private @Nullable Problem unseen(Declaration declaration) {
    String type = declaration.type();
    String id = declaration.logicalId();
    if (type.endsWith(KnownNames.MODULE)) {
      return Problem.notAvailable(
              declaration.header(),
              "the module "
                  + type
                  + " of "
                  + id
                  + " is not in the tree; its stages are not analysed")
          .amongOthers("modules are not in the tree; their stages are not analysed");
    }
    if (STACK_SETS.contains(type)) {
      return isInTree(declaration.properties().get("TemplateURL"))
              || isHarmless(declaration.properties().get("TemplateBody"))
          ? null
          : notJudged(declaration, "the template of the stack set " + id);
    }
    if (PRODUCTS.contains(type)) {
      return isProductInTree(declaration)
          ? null
          : notJudged(declaration, "the template of the product " + id);
    }
    return null;
  }

  private static Problem notJudged(Declaration declaration, String what) {
    return Problem.notAvailable(
            declaration.header(), what + " is not checked; its stages are not analysed")
        .amongOthers("templates are not checked; their stages are not analysed");
  }

  private boolean isInTree(@Nullable Node location) {
    return location != null && nested.path(template, location, scope.evaluationBudget()) != null;
  }

  /** True for a template in a string that makes no stages and deploys no other template. */
  private static boolean isHarmless(@Nullable Node body) {
    return body instanceof Node.Scalar text && !TemplateText.mayHoldStages(text.text());
  }

  private boolean isProductInTree(Declaration product) {
    if (!(product.properties().get("ProvisioningArtifactParameters") instanceof Node.Sequence all)
        || all.items().isEmpty()) {
      return false;
    }
    return all.items().stream()
        .allMatch(
            each ->
                each instanceof Node.Mapping version
                    && isInTree(version.mapping("Info").get("LoadTemplateFromURL")));
  }
}

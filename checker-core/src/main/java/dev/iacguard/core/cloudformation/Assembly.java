package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a stack together from its template and the templates nested in it. */
final class Assembly {
  private final SourceTree tree;
  private final Deployment deployment;
  private final Deque<String> underWay = new ArrayDeque<>();

  Assembly(SourceTree tree, Deployment deployment) {
    this.tree = tree;
    this.deployment = deployment;
  }

  void root(Template template) {
    assemble(template, "", List.of(), List.of(), Parameters.Given.NOTHING);
  }

  private Scope assemble(
      Template template,
      String prefix,
      List<CallSite> callers,
      List<Condition> exists,
      Parameters.Given given) {
    Scope scope =
        new Scope(template, template.declarations(), prefix, callers, exists, given, Exports.NONE);
    underWay.push(template.path());
    for (Declaration declaration : scope.declarations()) {
      deployment.add(scope, declaration, true);
      if (NestedStacks.isOne(declaration)) {
        Scope child = nested(scope, declaration);
        if (child != null) {
          scope.addChild(declaration.logicalId(), child);
        }
      }
    }
    underWay.pop();
    return scope;
  }

  private @Nullable Scope nested(Scope scope, Declaration declaration) {
    String path = NestedStacks.path(tree, scope.template(), declaration);
    List<Condition> exists = Deployment.existence(scope, declaration);
    if (exists.stream().anyMatch(Conditions::isFalse)) {
      return null;
    }
    if (path == null) {
      Node location = NestedStacks.location(declaration);
      deployment.report(
          Problem.notAvailable(
              location == null ? declaration.header() : location.span(),
              "the template of the nested stack "
                  + declaration.logicalId()
                  + " is not in the tree; stages that it may hold are not seen"));
      return null;
    }
    if (underWay.contains(path) || underWay.size() >= Limits.NESTED_STACKS) {
      deployment.report(
          Problem.limit(
              declaration.header(),
              "the nested stack "
                  + declaration.logicalId()
                  + (underWay.contains(path)
                      ? " holds itself"
                      : " lies deeper than " + Limits.NESTED_STACKS + " levels")));
      return null;
    }
    Template template = TemplateReader.read(tree, path);
    template.problems().forEach(deployment::report);
    Node.Mapping passed = declaration.properties().mapping("Parameters");
    return assemble(
        template,
        scope.qualified(declaration.logicalId() + "."),
        Deployment.callers(scope, declaration),
        exists,
        name -> {
          Node value = passed.get(name);
          return value == null ? null : new Parameters.Passed(scope.evaluate(value), name);
        });
  }
}

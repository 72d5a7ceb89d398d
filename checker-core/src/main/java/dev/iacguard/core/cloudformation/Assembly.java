package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.sam.SamTransform;
import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Limits;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a stack together from its template and the templates nested in it. */
final class Assembly implements Exports {
  private final SourceTree tree;
  private final Exporters exporters;
  private final Parameters.Given given;
  private final Deployment deployment;
  private final Deque<String> underWay = new ArrayDeque<>();
  private final Map<String, Scope> others = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Template> templates = new HashMap<>();
  private final EvaluationBudget evaluationBudget;

  /**
   * @param given parameters of templates that are deployed by themselves
   * @param evaluationBudget shared by all templates of the stack
   */
  Assembly(
      SourceTree tree,
      Exporters exporters,
      Parameters.Given given,
      Deployment deployment,
      EvaluationBudget evaluationBudget) {
    this.evaluationBudget = evaluationBudget;
    this.tree = tree;
    this.exporters = exporters;
    this.given = given;
    this.deployment = deployment;
  }

  void root(Template template) {
    assemble(template, Place.ROOT, given);
  }

  private Scope assemble(Template written, Place place, Parameters.Given parameters) {
    Template included = templates.computeIfAbsent(written.path(), path -> completed(written));
    Scope bare = Scope.bare(included, parameters, evaluationBudget);
    Template template =
        Loops.expand(included, bare::evaluate, evaluationBudget, problem -> report(place, problem));
    Shapes.check(template, problem -> report(place, problem));
    Scope scope =
        new Scope(
            template,
            SamTransform.declarations(template),
            place,
            parameters,
            this,
            evaluationBudget,
            problem -> report(place, problem));
    underWay.push(template.path());
    evaluationBudget.addStack(scope.declarations().size());
    for (Declaration declaration : scope.declarations()) {
      checkOrder(scope, declaration);
      deployment.add(scope, declaration, place.own());
      if (NestedStacks.isOne(declaration)) {
        Scope child = nested(scope, declaration, place);
        if (child != null) {
          scope.addChild(declaration.logicalId(), child);
        }
      }
    }
    underWay.pop();
    Cycles.report(scope, problem -> report(place, problem));
    return scope;
  }

  private Template completed(Template written) {
    return ServerlessFramework.completed(tree, Includes.resolve(tree, written));
  }

  /** A template, read once however many nested stacks are made of it. */
  private Template read(String path) {
    Template known = templates.get(path);
    return known == null ? TemplateReader.read(tree, path) : known;
  }

  /** Names in {@code DependsOn} are refused whoever asks for them. */
  private static void checkOrder(Scope scope, Declaration declaration) {
    for (Node.Scalar id : Dependencies.written(declaration)) {
      if (!scope.declares(id.text())) {
        scope.diagnostics().resource(id.text(), id.span());
      }
    }
  }

  private @Nullable Scope nested(Scope scope, Declaration declaration, Place place) {
    List<Condition> exists = Deployment.existence(scope, declaration);
    if (exists.stream().anyMatch(ConditionTruth::isFalse)) {
      return null;
    }
    String path = NestedStacks.path(tree, scope.template(), declaration);
    Problem hindrance = hindrance(path, declaration);
    if (path == null || hindrance != null) {
      if (hindrance != null) {
        report(place, hindrance);
      }
      return null;
    }
    Template template = read(path);
    template.problems().forEach(problem -> report(place, problem));
    Node.Mapping passed = declaration.properties().mapping("Parameters");
    return assemble(
        template,
        new Place(
            scope.qualified(declaration.logicalId() + "."),
            Deployment.callers(scope, declaration),
            exists,
            Deployment.existenceValueMarks(scope, declaration),
            place.own()),
        name -> {
          Node value = passed.get(name);
          return value == null ? null : new Parameters.Passed(scope.evaluate(value), name);
        });
  }

  /** Why a nested template cannot be followed, or null when it can. */
  private @Nullable Problem hindrance(@Nullable String path, Declaration declaration) {
    String id = declaration.logicalId();
    if (path == null) {
      Node location = NestedStacks.location(declaration);
      return Problem.notAvailable(
          location == null ? declaration.header() : location.span(),
          "the template of the nested stack "
              + id
              + " is not in the tree; stages that it may hold are not seen");
    }
    String exceeded = evaluationBudget.exceeded();
    if (underWay.contains(path)) {
      return Problem.limit(declaration.header(), "the nested stack " + id + " holds itself");
    }
    if (underWay.size() >= Limits.NESTED_STACKS) {
      return Problem.limit(
          declaration.header(),
          "the nested stack " + id + " lies deeper than " + Limits.NESTED_STACKS + " levels");
    }
    return exceeded == null ? null : Problem.limit(declaration.header(), exceeded);
  }

  private void report(Place place, Problem problem) {
    if (place.own()) {
      deployment.report(problem);
    }
  }

  /** The resources of the other stack can be referred to by the value, but are not listed. */
  @Override
  public @Nullable Value value(String name) {
    Exporters.Export export = exporters.find(name);
    if (export == null || !asked.add(name)) {
      return null;
    }
    try {
      Scope other = others.get(export.path());
      if (other == null) {
        Template template = read(export.path());
        Place place =
            new Place(
                tree.shown(export.path()) + ":", List.of(), List.of(), ValueMarks.NONE, false);
        other = assemble(template, place, given);
        others.put(export.path(), other);
      }
      return other.output(export.output());
    } finally {
      asked.remove(name);
    }
  }
}

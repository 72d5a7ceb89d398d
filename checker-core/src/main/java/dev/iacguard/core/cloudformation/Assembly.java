package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.file.CdkAssets;
import dev.iacguard.core.cloudformation.file.Includes;
import dev.iacguard.core.cloudformation.file.ServerlessParts;
import dev.iacguard.core.cloudformation.sam.SamTransform;
import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Limits;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assembles a stack from its template and the templates nested in it. */
final class Assembly implements Exports {
  private final SourceTree tree;
  private final Exporters exporters;
  private final NestedStacks nestedStacks;
  private final DeploymentInputs inputs;
  private final Deployment deployment;
  private final Deque<String> underWay = new ArrayDeque<>();
  private final Map<String, Scope> others = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Template> templates = new HashMap<>();
  private final Map<String, ServerlessParts> completed = new HashMap<>();
  private final EvaluationBudget evaluationBudget;
  private final Parameters.Open open;

  /**
   * @param inputs of templates that are deployed by themselves
   * @param evaluationBudget shared by all templates of the stack
   */
  Assembly(
      SourceTree tree,
      NestedStacks nestedStacks,
      Exporters exporters,
      DeploymentInputs inputs,
      Parameters.Open open,
      Deployment deployment,
      EvaluationBudget evaluationBudget) {
    this.open = open;
    this.evaluationBudget = evaluationBudget;
    this.tree = tree;
    this.nestedStacks = nestedStacks;
    this.exporters = exporters;
    this.inputs = inputs;
    this.deployment = deployment;
  }

  void root(Template template) {
    SamSettings sam = SamSettings.of(tree, template.path(), deployment::report);
    CdkAssets.check(tree, template, deployment::report);
    ExportedStack exported = inputs.exported(tree.shown(template.path()));
    StackSettings settings =
        StackSettings.of(tree, template.path(), sam, deployment::report).deployedAs(exported);
    assemble(
        template, Place.root(settings), open.in(template, "", inputs.parameters(exported, sam)));
  }

  private Scope assemble(Template written, Place place, Parameters.Given parameters) {
    ServerlessParts parts = completed.computeIfAbsent(written.path(), path -> completed(written));
    Template included = parts.template();
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
    new UnseenTemplates(nestedStacks, scope).all().forEach(problem -> report(place, problem));
    underWay.push(template.path());
    evaluationBudget.addStack(scope.declarations().size());
    for (Declaration declaration : scope.declarations()) {
      Dependencies.check(scope, declaration);
      boolean borrowed = parts.borrowed().contains(declaration.logicalId());
      deployment.add(scope, declaration, place.own() && !borrowed);
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

  private ServerlessParts completed(Template written) {
    ServerlessParts parts = ServerlessParts.of(tree, Includes.resolve(tree, written));
    return new ServerlessParts(
        ServerlessFramework.completed(tree, parts.template()), parts.borrowed());
  }

  /** A template, read once however many nested stacks are made of it. */
  private Template read(String path) {
    return templates.computeIfAbsent(path, each -> TemplateReader.read(tree, each));
  }

  private @Nullable Scope nested(Scope scope, Declaration declaration, Place place) {
    List<Condition> exists = Deployment.existence(scope, declaration);
    if (exists.stream().anyMatch(ConditionTruth::isFalse)) {
      deployment.switchedOffBy(Deployment.existenceValueMarks(scope, declaration));
      return null;
    }
    String path = nestedStacks.path(scope.template(), declaration, evaluationBudget);
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
    String prefix = scope.qualified(declaration.logicalId() + ".");
    return assemble(
        template,
        new Place(
            prefix,
            Deployment.callers(scope, declaration),
            exists,
            Deployment.existenceValueMarks(scope, declaration),
            place.own(),
            scope.settings().nested(tags(scope, declaration))),
        open.in(
            template,
            prefix,
            name -> {
              Node value = passed.get(name);
              return value == null ? null : new Parameters.Passed(scope.evaluate(value), name);
            }));
  }

  private static @Nullable Value tags(Scope scope, Declaration nested) {
    Node tags = nested.properties().get("Tags");
    return tags == null ? null : scope.evaluate(tags);
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
                  + " is not in the tree; its stages are not analysed")
          .amongOthers(
              "templates of nested stacks are not in the tree; their stages are not analysed");
    }
    String exceeded = evaluationBudget.exceeded();
    if (underWay.contains(path)) {
      return Problem.limit(declaration.header(), "the nested stack " + id + " contains itself");
    }
    if (underWay.size() >= Limits.NESTED_STACKS) {
      return Problem.limit(
          declaration.header(),
          "the nested stack " + id + " is nested deeper than " + Limits.NESTED_STACKS + " levels");
    }
    return exceeded == null ? null : Problem.limit(declaration.header(), exceeded);
  }

  private void report(Place place, Problem problem) {
    if (place.own() && !evaluationBudget.isSaidAgain(problem)) {
      deployment.report(problem);
    }
  }

  @Override
  public boolean isPart(Template template) {
    return exporters.isPart(template.path());
  }

  /** The resources of the other stack can be referred to by the value, but are not listed. */
  @Override
  public @Nullable Value value(String name) {
    Exporters.Export export = exporters.find(name, deployment::report);
    if (export == null || !asked.add(name)) {
      return null;
    }
    try {
      return other(export.path()).output(export.output());
    } finally {
      asked.remove(name);
    }
  }

  /** Another stack of the selection. */
  private Scope other(String path) {
    Scope other = others.get(path);
    if (other == null) {
      SamSettings sam = SamSettings.of(tree, path, problem -> {});
      ExportedStack exported = inputs.exported(tree.shown(path));
      Place place =
          new Place(
              tree.shown(path) + ":",
              List.of(),
              List.of(),
              ValueMarks.NONE,
              false,
              StackSettings.of(tree, path, sam, problem -> {}).deployedAs(exported));
      other = assemble(read(path), place, inputs.parameters(exported, sam));
      others.put(path, other);
    }
    return other;
  }

  /**
   * What another stack declares under a name of its own.
   *
   * @param own the template that asks
   */
  Optional<Resource> elsewhere(String own, String type, String name) {
    Exporters.Export found =
        type.equals(Exporters.NAMED) ? exporters.named(own, name, deployment::report) : null;
    if (found == null || found.path().equals(own)) {
      return Optional.empty();
    }
    return Optional.ofNullable(deployment.resource(other(found.path()).address(found.output())));
  }
}

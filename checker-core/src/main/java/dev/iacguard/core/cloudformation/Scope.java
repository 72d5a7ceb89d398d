package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One template as part of a stack, with its parameters, conditions and nested stacks. */
final class Scope {
  private final Template template;
  private final Place place;
  private final Exports exports;
  private final EvaluationBudget evaluationBudget;
  private final Diagnostics diagnostics;
  private final Parameters parameters;
  private final Conditions conditions;
  private final Evaluator evaluator;
  private final Map<String, Declaration> declarations;
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, Value> outputs = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();
  private final Map<String, Scope> children = new HashMap<>();

  /**
   * @param declarations its resources by logical id, in the order of the template
   * @param given the parameters that the stack around it gives, by name
   * @param evaluationBudget shared by all templates of the stack
   * @param problems what is met on the way
   */
  Scope(
      Template template,
      Map<String, Declaration> declarations,
      Place place,
      Parameters.Given given,
      Exports exports,
      EvaluationBudget evaluationBudget,
      Consumer<Problem> problems) {
    this.template = template;
    this.place = place;
    this.exports = exports;
    this.evaluationBudget = evaluationBudget;
    this.declarations = declarations;
    this.diagnostics =
        new Diagnostics(
            new KnownNames(template, declarations.values()),
            problems,
            () -> exports.isPart(template));
    this.parameters = new Parameters(this, given);
    this.conditions = new Conditions(this);
    this.evaluator = new Evaluator(this);
    for (Declaration declaration : declarations.values()) {
      Declaration.Maker maker = declaration.generated();
      if (maker != null) {
        String kind = declaration.type().substring(declaration.type().lastIndexOf(':') + 1);
        aliases.put(maker.logicalId() + "." + kind, declaration.logicalId());
      }
    }
  }

  /** A template by itself, for values that depend on its parameters and mappings only. */
  static Scope bare(Template template, Parameters.Given given, EvaluationBudget evaluationBudget) {
    return new Scope(
        template,
        Map.of(),
        Place.bare(template),
        given,
        name -> null,
        evaluationBudget,
        problem -> {});
  }

  Template template() {
    return template;
  }

  /** The resources of the template, in its order. */
  Collection<Declaration> declarations() {
    return declarations.values();
  }

  /**
   * The logical id that {@code name} represents: {@code MyApi.Stage} is the stage that the SAM
   * resource MyApi makes; any other name represents itself.
   */
  String resolved(String name) {
    return aliases.getOrDefault(name, name);
  }

  boolean declares(String logicalId) {
    return declarations.containsKey(logicalId);
  }

  /** Null when the template does not declare it. */
  @Nullable Declaration declaration(String logicalId) {
    return declarations.get(logicalId);
  }

  /** The type of a resource, or null when the template does not declare it. */
  @Nullable String type(String logicalId) {
    Declaration declaration = declarations.get(logicalId);
    return declaration == null ? null : declaration.type();
  }

  List<CallSite> callers() {
    return place.callers();
  }

  List<Condition> exists() {
    return place.exists();
  }

  /** What sticks to the answers to {@link #exists}. */
  ValueMarks existenceValueMarks() {
    return place.valueMarks();
  }

  /** What is said of the stack outside of the template. */
  StackSettings settings() {
    return place.settings();
  }

  Exports exports() {
    return exports;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  EvaluationBudget evaluationBudget() {
    return evaluationBudget;
  }

  Parameters parameters() {
    return parameters;
  }

  Conditions conditions() {
    return conditions;
  }

  Value evaluate(Node node) {
    return evaluator.evaluate(node);
  }

  Address address(String logicalId) {
    return Address.of(place.prefix(), logicalId);
  }

  /** A name of this template, distinguished from the same name in another template of the stack. */
  String qualified(String name) {
    return place.prefix() + name;
  }

  void addChild(String logicalId, Scope child) {
    children.put(logicalId, child);
  }

  @Nullable Scope child(String logicalId) {
    return children.get(logicalId);
  }

  /** The value of an output; null when there is none. */
  @Nullable Value output(String name) {
    Node value = template.section("Outputs").mapping(name).get("Value");
    if (value == null) {
      return null;
    }
    Value cached = outputs.get(name);
    if (cached != null) {
      return cached;
    }
    if (!underWay.add(name)) {
      diagnostics.outputRing(qualified(name), value.span());
      return Value.Unknown.of(Cause.INVALID, qualified(name), Origin.at(value.span()));
    }
    Value worth = evaluate(value);
    underWay.remove(name);
    outputs.put(name, worth);
    return worth;
  }
}

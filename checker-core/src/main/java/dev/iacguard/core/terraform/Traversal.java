package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.config.ModuleConfig;
import dev.iacguard.core.terraform.value.Conversions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates references and the steps that follow them: {@code module.a["eu"].arn}, {@code
 * each.value.days}.
 */
final class Traversal {
  private final Scope scope;
  private final Span use;
  private final List<Expression> steps;
  private int next;

  /**
   * @param steps {@link Expression.GetAttribute} and {@link Expression.Index}, in the order they
   *     are taken
   */
  private Traversal(Scope scope, Span use, List<Expression> steps) {
    this.scope = scope;
    this.use = use;
    this.steps = steps;
  }

  static Value evaluate(Expression expression, Scope scope) {
    List<Expression> steps = new ArrayList<>();
    Expression at = expression;
    while (true) {
      if (at instanceof Expression.GetAttribute attribute) {
        steps.add(attribute);
        at = attribute.source();
      } else if (at instanceof Expression.Index index) {
        steps.add(index);
        at = index.source();
      } else {
        break;
      }
    }
    Collections.reverse(steps);
    Traversal traversal = new Traversal(scope, scope.span(expression), steps);
    Value value =
        at instanceof Expression.Name root
            ? traversal.root(root.name())
            : Evaluator.evaluate(at, scope);
    return traversal.rest(value);
  }

  private Value rest(Value start) {
    Value value = start;
    while (next < steps.size()) {
      value =
          switch (steps.get(next++)) {
            case Expression.GetAttribute step -> Access.attribute(value, step.name(), use, scope);
            case Expression.Index step ->
                Access.index(value, Evaluator.evaluate(step.key(), scope), use, scope);
            default -> throw new IllegalStateException("no step");
          };
    }
    return value;
  }

  private Value root(String name) {
    Value bound = scope.bound(name);
    if (bound != null) {
      return bound.withOrigin(bound.origin().usedAt(use));
    }
    return switch (name) {
      case "var" -> named(name, (module, of) -> module.variables().value(of, use));
      case "local" -> named(name, (module, of) -> module.local(of, use));
      case "module" -> named(name, this::call);
      case "data", "ephemeral" -> {
        String type = attributeName();
        yield type == null ? invalid(name) : resource(name + "." + type);
      }
      case "each" ->
          repetition(
              "each.key",
              scope.repetition().eachKey(),
              "each.value",
              scope.repetition().eachValue());
      case "count" -> repetition("count.index", scope.repetition().index(), "", null);
      case "path" -> path();
      case "terraform", "tofu" ->
          named(
              name,
              (module, of) ->
                  Value.Unknown.named(Cause.DEPLOYMENT, "terraform." + of, Origin.at(use)));
      case "self" -> Value.Unknown.of(Cause.COMPUTED, "self", Origin.at(use));
      default -> resource(name);
    };
  }

  /** What a root such as {@code var} does with the name that follows it. */
  private interface Lookup {
    Value find(ModuleInstance module, String name);
  }

  private Value named(String root, Lookup lookup) {
    String name = attributeName();
    return name == null ? invalid(root) : lookup.find(scope.module(), name);
  }

  /** The name of the next step, which is then taken; null when it is no attribute. */
  private @Nullable String attributeName() {
    if (next < steps.size() && steps.get(next) instanceof Expression.GetAttribute attribute) {
      next++;
      return attribute.name();
    }
    return null;
  }

  private Value invalid(String name) {
    return Conversions.invalid(Origin.at(use), name + " without a name behind it");
  }

  private Value repetition(
      String first, @Nullable Value value, String second, @Nullable Value other) {
    String name = attributeName();
    Value found =
        name != null && first.endsWith("." + name)
            ? value
            : name != null && second.endsWith("." + name) ? other : null;
    return found == null
        ? Conversions.invalid(Origin.at(use), first + " where nothing is repeated")
        : found.withOrigin(
            found.origin().through(use, name != null && first.endsWith(name) ? first : second));
  }

  private Value path() {
    String name = attributeName();
    return switch (String.valueOf(name)) {
      case "module" -> Value.Text.of(scope.module().pathFromRoot(), Origin.at(use));
      case "root" -> Value.Text.of(".", Origin.at(use));
      default -> Value.Unknown.named(Cause.DEPLOYMENT, "path." + name, Origin.at(use));
    };
  }

  private Value call(ModuleInstance module, String name) {
    ModuleCall call = module.call(name);
    if (call == null) {
      return Conversions.invalid(Origin.at(use), module.config().nearNames().call(name));
    }
    if (call.config() == null) {
      return new Value.Unknown(
          Cause.NOT_AVAILABLE,
          "module." + name,
          List.of(new Reference.Named(module.prefix() + "module." + name)),
          false,
          Origin.at(use));
    }
    if (call.isExpanding()) {
      return module.cycle(module.prefix() + "module." + name, use);
    }
    List<ModuleInstance> instances = call.instances();
    if (instances.isEmpty() && !call.isRepeated()) {
      return absent(call.body(), "module." + name);
    }
    ModuleInstance picked = pick(instances, ModuleInstance::repetition, call.isRepeated());
    if (picked == null) {
      return Instances.collection(
          instances, ModuleInstance::repetition, instance -> instance.outputs(use), Origin.at(use));
    }
    String output = attributeName();
    return ifThere(
        output == null ? picked.outputs(use) : picked.output(output, use), picked.repetition());
  }

  private Value resource(String type) {
    String name = attributeName();
    if (name == null) {
      return invalid(type);
    }
    ModuleInstance module = scope.module();
    if (module.isExpanding(type + "." + name)) {
      return module.cycle(module.prefix() + type + "." + name, use);
    }
    List<ResourceInstance> instances = module.instances(type + "." + name);
    if (instances == null) {
      // Terraform refuses that; but a part of the module may be elsewhere, so it is only unknown.
      String hint = module.config().nearNames().resource(type, name);
      return Value.Unknown.named(
              Cause.UNDECLARED, module.prefix() + type + "." + name, Origin.at(use))
          .explained(hint);
    }
    ModuleConfig.Entry entry = module.config().entry(type + "." + name);
    if (instances.isEmpty() && entry != null && !Expansion.isRepeated(entry.body())) {
      return absent(entry.body(), type + "." + name);
    }
    ResourceInstance picked =
        pick(instances, ResourceInstance::repetition, module.isRepeated(type + "." + name));
    return picked != null
        ? ifThere(ResourceReference.of(picked, Origin.at(use)), picked.repetition())
        : Instances.collection(
            instances,
            ResourceInstance::repetition,
            one -> ResourceReference.of(one, Origin.at(use)),
            Origin.at(use));
  }

  /**
   * What is read of an instance. Where an error is an answer, it is an error when there is no such
   * instance; elsewhere code that reads it only works when there is one.
   */
  private Value ifThere(Value value, Repetition repetition) {
    if (!scope.guarded() || repetition.exists().isEmpty()) {
      return value;
    }
    Origin origin = Origin.at(use);
    return new Value.Choice(
        Instances.all(repetition.exists()),
        value,
        Conversions.invalid(origin, "there is no instance of that key"),
        origin);
  }

  /** What has no instance: OpenTofu reads what is switched off as null. */
  private Value absent(LayeredBody body, String name) {
    return Expansion.isSwitched(body)
        ? new Value.Null(Origin.at(use))
        : Value.Unknown.of(Cause.LIMIT, scope.module().prefix() + name, Origin.at(use));
  }

  /**
   * The instance that the next step names; that step is then taken. Without repetition the only
   * one. Null when all of them are meant, or none of that key is there.
   */
  private <I> @Nullable I pick(
      List<I> instances, Function<I, Repetition> repetition, boolean repeated) {
    if (!repeated) {
      return instances.get(0);
    }
    if (next >= steps.size() || !(steps.get(next) instanceof Expression.Index index)) {
      return null;
    }
    String key = Instances.key(Evaluator.evaluate(index.key(), scope));
    for (I instance : instances) {
      String its = repetition.apply(instance).key();
      // An instance without a key represents all those whose keys are not known.
      if (its.equals(key) || its.isEmpty()) {
        next++;
        return instance;
      }
    }
    return null;
  }
}

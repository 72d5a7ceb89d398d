package dev.iacguard.core.terraform;

import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.config.ModuleConfig;
import dev.iacguard.core.terraform.config.RelativePath;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A module with its arguments: the root, or one instance of a call. */
final class ModuleInstance {
  private final TerraformStack stack;
  private final ModuleConfig config;
  private final @Nullable ModuleCall call;
  private final String path;
  private final Repetition repetition;
  private final List<CallSite> callers;
  private final List<Condition> exists;
  private final Variables variables;
  private final Providers providers;
  private final Memo locals = new Memo();
  private final Memo outputs = new Memo();
  private final Map<String, ModuleCall> calls = new HashMap<>();
  private final Map<String, List<ResourceInstance>> resources = new HashMap<>();
  private final Set<String> expanding = new HashSet<>();

  /**
   * @param call null for the root
   * @param path {@code module.a.module.b["x"]}; for the root empty, or where it lies when another
   *     root module refers to its resources: {@code shared/logs:}
   */
  ModuleInstance(
      TerraformStack stack,
      ModuleConfig config,
      @Nullable ModuleCall call,
      String path,
      Repetition repetition,
      List<CallSite> callers,
      List<Condition> exists) {
    this.stack = stack;
    this.config = config;
    this.call = call;
    this.path = path;
    this.repetition = repetition;
    this.callers = callers;
    this.exists = exists;
    this.variables = new Variables(this);
    this.providers = new Providers(this);
  }

  TerraformStack stack() {
    return stack;
  }

  ModuleConfig config() {
    return config;
  }

  @Nullable ModuleCall callSite() {
    return call;
  }

  /** The module that calls this one; null for the root. */
  @Nullable ModuleInstance caller() {
    return call == null ? null : call.caller();
  }

  boolean isRoot() {
    return call == null;
  }

  /** What its resources are addressed by. */
  String path() {
    return path;
  }

  /** What its resources are addressed by: the path, with a dot behind it in a called module. */
  String prefix() {
    return isRoot() ? path : path + ".";
  }

  Repetition repetition() {
    return repetition;
  }

  List<CallSite> callers() {
    return callers;
  }

  List<Condition> exists() {
    return exists;
  }

  Variables variables() {
    return variables;
  }

  Providers providers() {
    return providers;
  }

  EvaluationBudget evaluationBudget() {
    return stack.evaluationBudget();
  }

  /** {@code path.module}: its folder from the root module's. */
  String pathFromRoot() {
    return RelativePath.between(stack.rootFolder(), config.folder());
  }

  Scope scope(LayeredBody.Located at) {
    return Scope.of(this, at.file(), Repetition.SINGLE);
  }

  Value local(String name, Span use) {
    ModuleConfig.Local local = config.local(name);
    if (local == null) {
      return Conversions.invalid(Origin.at(use), config.nearNames().local(name));
    }
    Value value = locals.get(name, () -> evaluate(local));
    return value == null
        ? cycle("local." + name, use)
        : value.withOrigin(value.origin().through(use, "local." + name));
  }

  private Value evaluate(ModuleConfig.Local local) {
    return Evaluator.evaluate(
        local.value(), Scope.of(this, local.block().file(), Repetition.SINGLE));
  }

  Value output(String name, Span use) {
    String label = path + "." + name;
    ModuleConfig.Entry output = config.entry("output." + name);
    LayeredBody.Located value = output == null ? null : output.body().attribute("value");
    if (value == null) {
      return Conversions.invalid(Origin.at(use), config.nearNames().output(path, name));
    }
    Value found = outputs.get(name, () -> Evaluator.evaluate(value.expression(), scope(value)));
    return found == null ? cycle(label, use) : found.withOrigin(found.origin().through(use, label));
  }

  Value outputs(Span use) {
    Map<String, Value> values = new TreeMap<>();
    for (ModuleConfig.Entry output : config.resources("output")) {
      String name = output.declaration().label(0);
      values.put(name, output(name, use));
    }
    return new Value.Mapping(false, values, false, Origin.at(use));
  }

  /** Reports that something depends on itself, and gives the value that represents it. */
  Value cycle(String name, Span use) {
    stack.report(Problem.unreadable(use, name + " refers to itself"));
    return Value.Unknown.of(Cause.INVALID, name, Origin.at(use));
  }

  /** The call of that name, or null when there is none. */
  @Nullable ModuleCall call(String name) {
    ModuleCall cached = calls.get(name);
    if (cached == null) {
      ModuleConfig.Entry entry = config.entry("module." + name);
      if (entry == null) {
        return null;
      }
      cached = new ModuleCall(this, entry, stack.called(this, entry));
      calls.put(name, cached);
    }
    return cached;
  }

  List<ModuleCall> calls() {
    List<ModuleCall> all = new ArrayList<>();
    for (ModuleConfig.Entry entry : config.calls()) {
      ModuleCall call = call(entry.declaration().label(0));
      if (call != null) {
        all.add(call);
      }
    }
    return all;
  }

  boolean isRepeated(String resource) {
    ModuleConfig.Entry entry = config.entry(resource);
    return entry != null && Expansion.isRepeated(entry.body());
  }

  /** True while the instances of {@code type.name} are being evaluated. */
  boolean isExpanding(String resource) {
    return expanding.contains(resource);
  }

  /**
   * The instances of {@code type.name}, or null when it is not declared. Not to be asked for while
   * they are being evaluated.
   */
  @Nullable List<ResourceInstance> instances(String resource) {
    List<ResourceInstance> cached = resources.get(resource);
    if (cached == null) {
      ModuleConfig.Entry entry = config.entry(resource);
      if (entry == null) {
        return null;
      }
      expanding.add(resource);
      cached =
          expanded(entry).stream()
              .map(one -> stack.register(new ResourceInstance(this, entry, one)))
              .toList();
      expanding.remove(resource);
      resources.put(resource, cached);
    }
    return cached;
  }

  /** None when the stack would have too many instances. */
  private List<Repetition> expanded(ModuleConfig.Entry entry) {
    List<Repetition> all = Expansion.of(entry.body(), this);
    long address = (long) path.length() + entry.declaration().header().text().length();
    EvaluationBudget budget = evaluationBudget();
    if (budget.addInstances(all.size()) && budget.make(address * all.size())) {
      return all;
    }
    stack.exceeded(entry.declaration().header());
    return List.of();
  }

  /** Reports what Terraform would refuse, so that no plan can be made of the code. */
  void fault(Span at, String message) {
    stack.report(Problem.unreadable(at, message));
  }

  /** Says that a limit was reached, and gives the value that represents what was given up. */
  Value.Unknown limit(Span at, String what) {
    stack.report(Problem.limit(at, "the code asks for " + what));
    return Value.Unknown.of(Cause.LIMIT, what, Origin.at(at));
  }
}

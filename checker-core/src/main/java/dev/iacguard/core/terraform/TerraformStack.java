package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.source.Order;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.config.CallContext;
import dev.iacguard.core.terraform.config.InstalledModules;
import dev.iacguard.core.terraform.config.ModuleConfig;
import dev.iacguard.core.terraform.config.ModuleLibrary;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A root module with one set of variable values. Only what is asked for is evaluated. */
final class TerraformStack implements Stack {
  private static final Comparator<Problem> BY_PLACE =
      Order.by(Problem::at, Span.BY_START).then(Problem::message);

  private static final String CROWDED =
      "the code asks for more than " + EvaluationBudget.MAX_MODULES + " module instances";

  private final String name;
  private final SourceTree tree;
  private final ModuleLibrary library;
  private final CallContext context;
  private final RootVariables inputs;
  private final WorkBudget work;
  private final EvaluationBudget evaluationBudget;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Map<Address, ResourceInstance> instances = new HashMap<>();
  private final Map<String, List<Resource>> byType = new HashMap<>();
  private final boolean mayDiffer;
  private final ModuleInstance root;
  private final CallGraph calls;
  private final Set<String> switches = new TreeSet<>();
  private final ModuleConfig config;
  private final Deque<TerraformStack> opened = new ArrayDeque<>();
  private final String path;
  private @Nullable OtherRoots others;
  private boolean crowded;

  /**
   * @param path what is in front of all addresses; empty unless another stack refers to them
   * @param mayDiffer true when what is deployed may differ from the code where the code ignores
   *     changes; false when a plan says what is deployed
   */
  TerraformStack(
      String name,
      String path,
      SourceTree tree,
      ModuleLibrary library,
      ModuleConfig config,
      InstalledModules installed,
      RootVariables inputs,
      boolean mayDiffer,
      WorkBudget work) {
    this.work = work;
    this.evaluationBudget = new EvaluationBudget(work);
    this.name = name;
    this.path = path;
    this.mayDiffer = mayDiffer;
    this.tree = tree;
    this.library = library;
    this.config = config;
    this.context = new CallContext(config, installed, inputs);
    this.inputs = inputs;
    this.root =
        new ModuleInstance(this, config, null, path, Repetition.SINGLE, List.of(), List.of());
    problems.addAll(inputs.problems());
    this.calls = new CallGraph(library, context, problems::add);
    calls.check(config);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Language language() {
    return Language.TERRAFORM;
  }

  @Override
  public List<Resource> resources(String type) {
    List<Resource> cached = byType.get(type);
    if (cached == null) {
      List<Resource> found = new ArrayList<>();
      collect(root, type, found);
      cached = List.copyOf(found);
      byType.put(type, cached);
    }
    return cached;
  }

  private void collect(ModuleInstance module, String type, List<Resource> found) {
    for (ModuleConfig.Entry entry : module.config().resources(type)) {
      String name = type + "." + entry.declaration().label(1);
      List<ResourceInstance> instances = module.instances(name);
      if (instances != null) {
        instances.forEach(one -> found.add(one.resource()));
      }
    }
    for (ModuleCall call : module.calls()) {
      ModuleConfig called = call.config();
      if (called != null && calls.holds(called, type)) {
        call.instances().forEach(instance -> collect(instance, type, found));
      }
    }
  }

  @Override
  public List<Resource> switchedOff(String type) {
    List<Resource> resources = resources(type);
    if (switches.isEmpty()) {
      return List.of();
    }
    TerraformStack other = opened();
    List<Resource> found = other.resources(type);
    // What is switched on may hold more that other defaults switch off.
    while (switches.addAll(other.switches)) {
      other = opened();
      found = other.resources(type);
    }
    Set<Address> known = resources.stream().map(Resource::address).collect(Collectors.toSet());
    return found.stream()
        .filter(resource -> !resource.exists().isEmpty() && !known.contains(resource.address()))
        .toList();
  }

  /** The same stack with the inputs open whose defaults leave a block without instances. */
  private TerraformStack opened() {
    TerraformStack other = opened.peek();
    if (other == null || !other.inputs.areOpen(switches)) {
      RootVariables open = inputs.opened(switches);
      other =
          new TerraformStack(
              name, path, tree, library, config, context.installed(), open, mayDiffer, work);
      opened.push(other);
    }
    return other;
  }

  /** Remembers the inputs whose defaults leave a block without instances. */
  void switchedOffBy(Set<String> defaults) {
    switches.addAll(defaults);
  }

  @Override
  public @Nullable Resource resource(Address address) {
    ResourceInstance instance = instances.get(address);
    if (instance != null) {
      return instance.resource();
    }
    for (TerraformStack other : opened) {
      Resource found = other.resource(address);
      if (found != null) {
        return found;
      }
    }
    return others == null ? null : others.at(address);
  }

  void findsElsewhereBy(OtherRoots roots) {
    others = roots;
  }

  @Override
  public @Nullable Resource elsewhere(String type, String named) {
    return others == null ? null : others.named(type, named);
  }

  @Override
  public List<Problem> problems() {
    return problems.stream().sorted(BY_PLACE).toList();
  }

  SourceTree tree() {
    return tree;
  }

  String rootFolder() {
    return config.folder();
  }

  /** True when what the code ignores changes of may differ from what is deployed. */
  boolean mayDiffer() {
    return mayDiffer;
  }

  RootVariables inputs() {
    return inputs;
  }

  EvaluationBudget evaluationBudget() {
    return evaluationBudget;
  }

  void report(Problem problem) {
    problems.add(problem);
  }

  /** Says once that the budget is used up. */
  void exceeded(Span at) {
    String limit = evaluationBudget.reached();
    if (!limit.isEmpty()) {
      report(Problem.limit(at, "the code asks for " + limit));
    }
  }

  /** There are too many module instances, which is said once. */
  void crowded(Span at) {
    if (!crowded) {
      report(Problem.limit(at, CROWDED));
    }
    crowded = true;
  }

  ResourceInstance register(ResourceInstance instance) {
    instances.put(instance.address(), instance);
    return instance;
  }

  @Nullable ResourceInstance instance(Address address) {
    return instances.get(address);
  }

  /** The configuration that a call means, or null when it is not in the tree. */
  @Nullable ModuleConfig called(ModuleInstance caller, ModuleConfig.Entry call) {
    int depth = caller.callers().size();
    return depth >= CallGraph.MAX_DEPTH
        ? null
        : library.called(caller.config(), call, context).config();
  }
}

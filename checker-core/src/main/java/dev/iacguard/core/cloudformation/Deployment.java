package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.custom.CustomResources;
import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Generated;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.ValueMarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stack that a template makes, with its nested stacks. */
final class Deployment implements Stack {
  private final String name;
  private final Language language;
  private final Map<String, List<Resource>> byType = new HashMap<>();
  private final Map<Address, Resource> byAddress = new HashMap<>();
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<String> switches = new TreeSet<>();
  private Function<Set<String>, Deployment> opening = names -> this;
  private BiFunction<String, String, Optional<Resource>> others = (type, name) -> Optional.empty();
  private @Nullable Deployment opened;

  Deployment(String name, Language language) {
    this.name = name;
    this.language = language;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public List<Resource> resources(String type) {
    return List.copyOf(byType.getOrDefault(type, List.of()));
  }

  /**
   * @param making makes the same stack with some parameters open instead of at their defaults
   */
  void opensBy(Function<Set<String>, Deployment> making) {
    opening = making;
  }

  /**
   * @param finding finds what another stack declares, by type and name
   */
  void findsElsewhereBy(BiFunction<String, String, Optional<Resource>> finding) {
    others = finding;
  }

  @Override
  public @Nullable Resource elsewhere(String type, String name) {
    return others.apply(type, name).orElse(null);
  }

  @Override
  public List<Resource> switchedOff(String type) {
    if (switches.isEmpty()) {
      return List.of();
    }
    Deployment other = opened;
    while (other == null || !switches.containsAll(other.switches)) {
      // What is switched on may hold more that other defaults switch off.
      switches.addAll(other == null ? Set.of() : other.switches);
      other = opening.apply(switches);
    }
    opened = other;
    return other.resources(type).stream()
        .filter(resource -> !byAddress.containsKey(resource.address()))
        .toList();
  }

  /** Remembers the parameters whose defaults decide that a resource is not made. */
  void switchedOffBy(ValueMarks valueMarks) {
    switches.addAll(valueMarks.defaults());
  }

  @Override
  public @Nullable Resource resource(Address address) {
    Resource found = byAddress.get(address);
    return found == null && opened != null && opened != this ? opened.resource(address) : found;
  }

  @Override
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  void report(Problem problem) {
    problems.add(problem);
  }

  /**
   * Adds a resource unless it is sure not to be made.
   *
   * @param listed false when another stack declares it, so that it can only be referred to
   */
  void add(Scope scope, Declaration declaration, boolean listed) {
    List<Condition> exists = existence(scope, declaration);
    if (exists.stream().anyMatch(ConditionTruth::isFalse)) {
      switchedOffBy(existenceValueMarks(scope, declaration));
      return;
    }
    Declaration.Maker maker = declaration.generated();
    CustomResources.Recognised recognised =
        CustomResources.of(declaration.type(), new TemplateAttributes(scope, declaration));
    Resource resource =
        new Resource(
            scope.address(declaration.logicalId()),
            recognised.type(),
            declaration.span(),
            declaration.header(),
            construct(scope, declaration),
            exists,
            recognised.attributes(),
            maker == null ? null : new Generated(scope.address(maker.logicalId()), maker.how()));
    byAddress.put(resource.address(), resource);
    if (listed) {
      byType.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
    }
  }

  /** The conditions of the resource and of the stacks around it that are not sure to hold. */
  static List<Condition> existence(Scope scope, Declaration declaration) {
    Condition condition = own(scope, declaration);
    if (ConditionTruth.isTrue(condition)) {
      return scope.exists();
    }
    List<Condition> all = new ArrayList<>(scope.exists());
    all.add(condition);
    return List.copyOf(all);
  }

  /** The condition of the resource itself. */
  static Condition own(Scope scope, Declaration declaration) {
    return switch (declaration.body().get("Condition")) {
      case null -> ConditionTruth.TRUE;
      case Node.Scalar name -> scope.conditions().named(name.text(), name.span());
      case Node written -> scope.conditions().of(written);
    };
  }

  /** What sticks to the answers to the conditions of the resource and of the stacks around it. */
  static ValueMarks existenceValueMarks(Scope scope, Declaration declaration) {
    Node written = declaration.body().get("Condition");
    return written == null
        ? scope.existenceValueMarks()
        : scope.existenceValueMarks().and(scope.conditions().valueMarks(written));
  }

  /** The CDK says of what it writes which construct it comes from. */
  private static List<CallSite> construct(Scope scope, Declaration declaration) {
    Node path = declaration.body().mapping("Metadata").get("aws:cdk:path");
    return path instanceof Node.Scalar written
        ? extended(
            scope.callers(), new CallSite(written.text(), written.span(), CallSite.Kind.CONSTRUCT))
        : scope.callers();
  }

  /** A nested stack's place in the chain of calls. */
  static List<CallSite> callers(Scope scope, Declaration declaration) {
    return extended(scope.callers(), new CallSite(declaration.logicalId(), declaration.header()));
  }

  private static List<CallSite> extended(List<CallSite> callers, CallSite last) {
    List<CallSite> all = new ArrayList<>(callers);
    all.add(last);
    return List.copyOf(all);
  }
}

package dev.iacguard.core.plan;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.source.Order;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plan or a state as a stack. Everything in it is decided: no condition is open. */
final class PlanStack implements Stack {
  private final String name;
  private final PlanFile file;
  private final PlanFile.Documents documents;
  private final boolean changedOnly;
  private final Set<String> changed = new HashSet<>();
  private final Map<Address, PlannedResource> plannedResource = new HashMap<>();
  private final Map<Address, CrossStateResource> crossStateResources = new HashMap<>();

  /** Only of what is repeated. */
  private final Map<Address, List<Address>> instances = new HashMap<>();

  private final Map<String, List<PlannedResource>> keptByType = new HashMap<>();
  private final Map<String, List<Resource>> byType = new HashMap<>();
  private final Map<Address, Resource> resources = new HashMap<>();
  private final @Nullable Code code;
  private final References references;
  private final AttributeCache attributeCache = new AttributeCache();

  /**
   * @param name as {@link Stack#name()}
   * @param code null when it is not there
   * @param changedOnly whether only what the plan changes is asked for; a state changes nothing
   * @param documents reads what was left in the file
   * @param others what is looked at with it
   * @param filter which resources were kept
   */
  PlanStack(
      String name,
      PlanFile file,
      @Nullable Code code,
      boolean changedOnly,
      PlanFile.Documents documents,
      List<CrossStateResource> others,
      ResourceFilter filter) {
    this.name = name;
    this.file = file;
    this.documents = documents;
    this.code = code;
    this.changedOnly = changedOnly && file.language() == Language.TERRAFORM_PLAN;
    file.resources().forEach(this::add);
    for (CrossStateResource other : others) {
      if (crossStateResources.putIfAbsent(other.address(), other) == null) {
        add(other.plannedResource().at(other.address()));
      }
    }
    this.references = new References(this, file.planConfiguration(), code != null, filter);
  }

  private void add(PlannedResource one) {
    plannedResource.put(one.address(), one);
    if (changedOnly && one.changed()) {
      changed.add(one.address().toString());
    }
    keptByType.computeIfAbsent(one.type(), all -> new ArrayList<>()).add(one);
    if (!one.address().key().isEmpty()) {
      instances
          .computeIfAbsent(one.address().withoutKey(), all -> new ArrayList<>(1))
          .add(one.address());
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Language language() {
    return file.language();
  }

  @Override
  public List<Resource> resources(String type) {
    return byType.computeIfAbsent(type, this::collect);
  }

  /** In the order of the code where that is there, so that both name the same resource first. */
  private List<Resource> collect(String type) {
    List<PlannedResource> found = new ArrayList<>(keptByType.getOrDefault(type, List.of()));
    Code order = code;
    if (order != null) {
      found.sort(Order.byInt(one -> order.position(one.address(), type)));
    }
    return found.stream().map(this::of).toList();
  }

  @Override
  public @Nullable Resource resource(Address address) {
    PlannedResource planned = plannedResource(address);
    return planned == null ? null : of(planned);
  }

  /** As {@link #resource}. */
  @Nullable PlannedResource plannedResource(Address address) {
    PlannedResource exact = plannedResource.get(address);
    if (exact != null || !address.key().isEmpty()) {
      return exact;
    }
    List<Address> all = instances(address);
    return all.size() == 1 ? plannedResource.get(all.get(0)) : null;
  }

  /** The addresses of all instances of a resource, in the order of the plan. */
  List<Address> instances(Address withoutKey) {
    List<Address> repeated = instances.get(withoutKey);
    return repeated != null
        ? repeated
        : plannedResource.containsKey(withoutKey) ? List.of(withoutKey) : List.of();
  }

  private Resource of(PlannedResource one) {
    Resource cached = resources.get(one.address());
    if (cached == null) {
      cached = make(one);
      resources.put(one.address(), cached);
    }
    return cached;
  }

  private Resource make(PlannedResource one) {
    Resource written = code == null ? null : code.find(one.address(), one.type());
    CrossStateResource crossState = crossStateResources.get(one.address());
    PlannedResource own = crossState == null ? one : crossState.plannedResource();
    Span place = own.span(crossState == null ? name : crossState.path());
    PlanFile.Documents left = crossState == null ? documents : crossState.documents();
    PlannedAttributes attributes =
        new PlannedAttributes(one, place, written, file, references, left, attributeCache);
    return written == null
        ? new Resource(
            one.address(),
            one.type(),
            place,
            place,
            ModulePath.of(own.address().prefix()).callers(place),
            List.of(),
            attributes,
            null)
        : new Resource(
            one.address(),
            one.type(),
            written.span(),
            written.header(),
            written.callers(),
            List.of(),
            attributes,
            null);
  }

  @Override
  public boolean isAskedFor(String address) {
    return !changedOnly || changed.contains(address);
  }

  @Override
  public List<Problem> problems() {
    return List.copyOf(file.problems());
  }
}

package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Attributes;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.config.ModuleConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One instance of a resource or data source; its attributes are evaluated on demand. */
final class ResourceInstance implements Attributes {
  private static final Set<String> META_ARGUMENTS =
      Set.of(
          "count", "for_each", "provider", "depends_on", "lifecycle", "connection", "provisioner");

  /** Computed attributes that every resource of the AWS providers has once it is made. */
  private static final Set<String> NEVER_NULL =
      Set.of(
          "arn", "id", "name", "invoke_url", "execution_arn", "api_endpoint", "root_resource_id");

  private final ModuleInstance module;
  private final ModuleConfig.Entry entry;
  private final Repetition repetition;
  private final Address address;
  private final Memo attributes = new Memo();
  private @Nullable Resource resource;
  private @Nullable IgnoredChanges ignored;

  ResourceInstance(ModuleInstance module, ModuleConfig.Entry entry, Repetition repetition) {
    this.module = module;
    this.entry = entry;
    this.repetition = repetition;
    this.address =
        new Address(module.prefix(), type() + "." + entry.declaration().label(1), repetition.key());
  }

  Address address() {
    return address;
  }

  Repetition repetition() {
    return repetition;
  }

  boolean isData() {
    return !entry.declaration().kind().equals("resource");
  }

  /** {@code aws_x}, or {@code data.aws_x}. */
  String type() {
    String label = entry.declaration().label(0);
    return isData() ? entry.declaration().kind() + "." + label : label;
  }

  ModuleInstance module() {
    return module;
  }

  /** The meta-argument {@code provider} as written, or null. */
  LayeredBody.@Nullable Located providerArgument() {
    return entry.body().attribute("provider");
  }

  Resource resource() {
    Resource cached = resource;
    if (cached == null) {
      List<Condition> exists = new ArrayList<>(module.exists());
      exists.addAll(repetition.exists());
      cached =
          new Resource(
              address,
              type(),
              entry.declaration().span(),
              entry.declaration().header(),
              module.callers(),
              List.copyOf(exists),
              this,
              null);
      resource = cached;
    }
    return cached;
  }

  @Override
  public Set<String> names() {
    return entry.body().names().stream()
        .filter(name -> !META_ARGUMENTS.contains(name))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean has(String name) {
    return !META_ARGUMENTS.contains(name) && entry.body().names().contains(name);
  }

  @Override
  public Value get(String name) {
    Value value = attributes.get(name, () -> evaluate(name));
    return value != null
        ? value
        : Value.Unknown.of(
            Cause.INVALID, address + "." + name, Origin.at(entry.declaration().header()));
  }

  @Override
  public ValueMarks existence() {
    ValueMarks valueMarks = repetition.valueMarks();
    for (ModuleInstance at = module; at != null; at = at.caller()) {
      valueMarks = valueMarks.and(at.repetition().valueMarks());
    }
    return valueMarks;
  }

  @Override
  public ProviderConfiguration provider() {
    return module.providers().configuration(this);
  }

  private Value evaluate(String name) {
    Value written = written(name);
    return isData() || META_ARGUMENTS.contains(name) || !module.stack().mayDiffer()
        ? written
        : ignored().apply(name, written);
  }

  private IgnoredChanges ignored() {
    IgnoredChanges cached = ignored;
    if (cached == null) {
      cached = IgnoredChanges.of(entry.body(), address.toString());
      ignored = cached;
    }
    return cached;
  }

  private Value written(String name) {
    if (name.equals("tags_all") && !isData()) {
      return module.providers().effectiveTags(this);
    }
    if (name.equals("depends_on")) {
      return Dependencies.of(entry.body(), module, Origin.at(entry.declaration().header()));
    }
    Value written = Blocks.read(entry.body(), name, scope(), entry.declaration().header());
    return written instanceof Value.Null && name.equals("region") && isOfAws()
        ? module.providers().region(this)
        : written;
  }

  private boolean isOfAws() {
    String label = entry.declaration().label(0);
    return label.startsWith("aws_") || label.startsWith("awscc_");
  }

  private Scope scope() {
    return Scope.of(module, entry.declaration().file(), repetition);
  }

  /**
   * The attribute as other code sees it: what is written, otherwise what the provider will compute.
   */
  Value read(String name, Span use) {
    Value written = get(name);
    if (written instanceof Value.Null) {
      if (name.equals("output") && type().equals("terraform_data")) {
        // It hands on what it is given.
        Value given = read("input", use);
        boolean anonymous =
            given instanceof Value.Unknown unknown
                && unknown.cause() == Cause.COMPUTED
                && unknown.references().isEmpty();
        return anonymous ? computed(name, use) : given;
      }
      if (!isData()) {
        return computed(name, use);
      }
      Value answer = DataSources.read(this, name, use);
      return answer.withOrigin(answer.origin().through(use, address + "." + name));
    }
    return written.withOrigin(
        written
            .origin()
            .through(use, address + "." + name)
            .readFrom(new Reference.ToResource(address, name)));
  }

  private Value computed(String name, Span use) {
    return new Value.Unknown(
        Cause.COMPUTED,
        address + "." + name,
        List.of(new Reference.ToResource(address, name)),
        NEVER_NULL.contains(name),
        Origin.at(use));
  }
}

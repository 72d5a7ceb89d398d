package dev.iacguard.core.plan;

import dev.iacguard.core.model.Attributes;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The attributes of an instance: the values of the plan, and where they were written. */
final class PlannedAttributes implements Attributes {
  /** Blocks of the aws provider. The plan drops dynamic ones from the configuration. */
  private static final Set<String> BLOCKS =
      Set.of(
          "access_log_settings",
          "canary_settings",
          "default_route_settings",
          "inline_policy",
          "route_settings",
          "settings");

  private final PlannedResource plannedResource;
  private final Origin place;
  private final @Nullable Resource code;
  private final PlanConfiguration.@Nullable Resource written;
  private final PlanFile file;
  private final References references;
  private final PlanFile.Documents documents;
  private final AttributeCache attributeCache;
  private @Nullable Map<String, Value> joined;

  /**
   * @param place where the instance stands in the file
   */
  PlannedAttributes(
      PlannedResource plannedResource,
      Span place,
      @Nullable Resource code,
      PlanFile file,
      References references,
      PlanFile.Documents documents,
      AttributeCache attributeCache) {
    this.plannedResource = plannedResource;
    this.place = Origin.at(place);
    this.code = code;
    this.file = file;
    this.references = references;
    this.documents = documents;
    this.attributeCache = attributeCache;
    this.written = references.configurationOf(plannedResource.address());
  }

  @Override
  public Set<String> names() {
    if (code != null) {
      return code.attributes().names();
    }
    Set<String> names = new HashSet<>(plannedResource.documents().keySet());
    if (written == null) {
      names.addAll(plannedResource.attributes().names());
      return names;
    }
    names.addAll(written.arguments().keySet());
    for (String name : plannedResource.attributes().names()) {
      Value value = plannedResource.attributes().get(name);
      if (value != null && !isDefault(value)) {
        names.add(name);
      }
    }
    return names;
  }

  @Override
  public boolean has(String name) {
    if (code != null) {
      return code.attributes().has(name);
    }
    if (plannedResource.documents().containsKey(name)) {
      return true;
    }
    Value known = plannedResource.attributes().get(name);
    return written == null
        ? known != null
        : written.arguments().containsKey(name) || (known != null && !isDefault(known));
  }

  @Override
  public Value get(String name) {
    Map<String, Value> cached = joined;
    if (cached == null) {
      cached = new HashMap<>(4);
      joined = cached;
      attributeCache.add(this);
    }
    Value done = cached.get(name);
    if (done == null) {
      done = work(name);
      cached.put(name, done);
    }
    return done;
  }

  void forget() {
    joined = null;
  }

  private Value work(String name) {
    Value known = plannedResource.attributes().get(name);
    if (known == null && plannedResource.documents().containsKey(name)) {
      known = document(plannedResource.documents().get(name));
    }
    return switch (name) {
      case "tags_all" -> withoutIgnored(tags(known));
      case "region" -> known == null ? region() : value(name, known);
      case "depends_on" ->
          code == null
              ? Precedence.inPlan(plannedResource.address(), written, place, references::isFollowed)
              : Precedence.inCode(code);
      case "lifecycle" ->
          code == null ? Value.Unknown.of(Cause.CODE_ONLY, "lifecycle", place) : code.get(name);
      default -> value(name, known);
    };
  }

  private Value document(PlannedResource.Document document) {
    String text = documents.read(document.offset());
    Origin origin = document.secret() ? place.asSensitive() : place;
    return text == null
        ? Value.Unknown.of(Cause.FILE, "a policy", origin)
        : Value.Text.of(text, origin);
  }

  private Value value(String name, @Nullable Value known) {
    Value inCode = code == null ? null : code.get(name);
    if (known == null) {
      return new Value.Null(inCode == null ? place : inCode.origin());
    }
    ConfigExpression argument = written == null ? null : written.arguments().get(name);
    boolean unwritten =
        inCode != null ? inCode instanceof Value.Null : written != null && argument == null;
    if (unwritten && (isDefault(known) || isComputed(name, known))) {
      return new Value.Null(inCode == null ? place : inCode.origin());
    }
    return new PlanCodeMerge(plannedResource, references, place)
        .join(name, known, inCode, argument);
  }

  /** What a provider sets that is not told anything. */
  private static boolean isDefault(Value value) {
    return switch (value) {
      case Value.Bool bool -> !bool.value();
      case Value.Numeric number -> number.value().signum() == 0;
      case Value.Text text -> text.parts().isEmpty();
      case Value.Sequence list -> list.elements().isEmpty();
      case Value.Mapping map -> map.entries().isEmpty();
      default -> false;
    };
  }

  /**
   * True for what the provider will choose because nothing is written; not for a dynamic block that
   * is only known after apply.
   */
  private boolean isComputed(String name, Value value) {
    return Values.isLater(value)
        && (code != null || plannedResource.type().startsWith("awscc_") || !BLOCKS.contains(name));
  }

  /**
   * The provider leaves {@code tags_all} to be computed when a resource has no tags and there are
   * no default tags (its function SetTagsDiff).
   */
  private Value tags(@Nullable Value known) {
    if (known != null && !Values.isLater(known)) {
      return value("tags_all", known);
    }
    if (code != null) {
      return code.get("tags_all");
    }
    Value tags = get("tags");
    boolean none = file.language() == Language.TERRAFORM_STATE || !mayHaveDefaultTags();
    if (known == null || none) {
      return new Value.Null(tags.origin());
    }
    Map<String, Value> entries =
        tags instanceof Value.Mapping mapping ? mapping.entries() : Map.of();
    return new Value.Mapping(true, entries, true, tags.origin());
  }

  /** Others may set the tags that the provider ignores: a plan does not show these. */
  private Value withoutIgnored(Value tags) {
    Provider provider = configured();
    if (provider == null
        || provider.ignoredTags().isEmpty()
        || !(tags instanceof Value.Mapping || tags instanceof Value.Null)) {
      return tags;
    }
    Value.Mapping map = tags instanceof Value.Mapping known ? known : null;
    Map<String, Value> entries = new TreeMap<>(map == null ? Map.of() : map.entries());
    for (String key : provider.ignoredTags()) {
      entries.put(key, Value.Unknown.of(Cause.IGNORED_TAG, "tag " + key, tags.origin()));
    }
    return new Value.Mapping(true, entries, map != null && map.open(), tags.origin());
  }

  private boolean mayHaveDefaultTags() {
    Provider provider = configured();
    return provider == null
        ? file.providers().values().stream().anyMatch(Provider::defaultTags)
        : provider.defaultTags();
  }

  private Value region() {
    if (code != null) {
      return code.get("region");
    }
    Provider provider = configured();
    String region = provider == null ? null : provider.region(file.variables());
    return region == null ? new Value.Null(place) : Value.Text.of(region, place);
  }

  @Override
  public ProviderConfiguration provider() {
    if (code != null) {
      return code.attributes().provider();
    }
    Provider provider = configured();
    return provider == null || written == null
        ? ProviderConfiguration.DEFAULT
        : new ProviderConfiguration(
            written.provider(), provider.credentials(), provider.accounts());
  }

  private @Nullable Provider configured() {
    return written == null ? null : file.providers().get(written.provider());
  }
}

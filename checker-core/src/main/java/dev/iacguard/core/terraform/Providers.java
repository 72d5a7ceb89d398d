package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which provider configuration a resource of this module uses, and the tags it adds. The AWS
 * provider merges its {@code default_tags} into {@code tags_all}; equal keys of the resource win.
 */
final class Providers {
  private final ModuleInstance module;

  Providers(ModuleInstance module) {
    this.module = module;
  }

  /** {@code tags_all} of a resource as the provider computes it; null without default tags. */
  Value effectiveTags(ResourceInstance resource) {
    Value own = resource.get("tags");
    Value defaults = defaultTags(reference(resource));
    return defaults == null ? new Value.Null(own.origin()) : merged(defaults, own);
  }

  private static Value merged(Value defaults, Value own) {
    return Lift.map(
        defaults,
        own,
        (base, over) -> {
          if (over instanceof Value.Null) {
            return base;
          }
          if (base instanceof Value.Mapping a && over instanceof Value.Mapping b) {
            Map<String, Value> tags = new TreeMap<>(a.entries());
            tags.putAll(b.entries());
            return new Value.Mapping(true, tags, a.open() || b.open(), over.origin());
          }
          Value.Mapping known =
              base instanceof Value.Mapping a ? a : over instanceof Value.Mapping b ? b : null;
          return known == null
              ? Derived.unknown("tags", over.origin(), List.of(base, over))
              : new Value.Mapping(true, known.entries(), true, over.origin());
        });
  }

  /** {@code aws} or {@code aws.alias}: as written, otherwise from the type. */
  private static String reference(ResourceInstance resource) {
    LayeredBody.Located argument = resource.providerArgument();
    String written = argument == null ? null : referenceOf(argument.expression());
    if (written != null) {
      return written;
    }
    String type = resource.type();
    int underscore = type.indexOf('_');
    return underscore < 0 ? type : type.substring(0, underscore);
  }

  private static @Nullable String referenceOf(Expression expression) {
    return switch (expression) {
      case Expression.Name name -> name.name();
      case Expression.GetAttribute attribute
          when attribute.source() instanceof Expression.Name name ->
          name.name() + "." + attribute.name();
      case Expression.Template template -> template.literal();
      default -> null;
    };
  }

  private @Nullable Value defaultTags(String reference) {
    ModuleConfig.Entry declared = declared(reference);
    if (declared != null) {
      return tagsOf(declared);
    }
    ModuleCall call = module.callSite();
    if (call == null) {
      return null;
    }
    String passed = passed(call, reference);
    return passed == null ? null : call.caller().providers().defaultTags(passed);
  }

  private ModuleConfig.@Nullable Entry declared(String reference) {
    for (ModuleConfig.Entry provider : module.config().providers()) {
      String name = provider.declaration().label(0);
      LayeredBody.Located alias = provider.body().attribute("alias");
      String full =
          alias != null && alias.expression() instanceof Expression.Template text
              ? name + "." + text.literal()
              : name;
      if (full.equals(reference)) {
        return provider;
      }
    }
    return null;
  }

  private @Nullable Value tagsOf(ModuleConfig.Entry provider) {
    List<LayeredBody.LocatedBlock> blocks = provider.body().blocks("default_tags");
    if (blocks.isEmpty()) {
      return null;
    }
    LayeredBody.LocatedBlock block = blocks.get(0);
    BodyItem.Attribute tags = block.block().body().attribute("tags");
    if (tags == null) {
      return null;
    }
    Value value =
        Evaluator.evaluate(tags.value(), Scope.of(module, block.file(), Repetition.SINGLE));
    Origin origin = value.origin();
    return value.withOrigin(origin.through(origin.at(), "default_tags"));
  }

  /** What the caller calls the provider that this module calls {@code reference}. */
  private static @Nullable String passed(ModuleCall call, String reference) {
    LayeredBody.Located map = call.body().attribute("providers");
    if (map != null && map.expression() instanceof Expression.Obj object) {
      for (ObjectEntry entry : object.entries()) {
        if (reference.equals(referenceOf(entry.key()))) {
          return referenceOf(entry.value());
        }
      }
    }
    // Configurations without an alias are inherited.
    return reference.contains(".") ? null : reference;
  }
}

package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.config.ModuleConfig;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Derived;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Resolves which provider configuration a resource of this module uses, and what it adds. The AWS
 * provider merges its {@code default_tags} into {@code tags_all}, where equal keys of the resource
 * win; its {@code region} counts where the resource names none.
 */
final class Providers {
  private final ModuleInstance module;
  private final Map<String, ProviderConfiguration> configurations = new HashMap<>();

  Providers(ModuleInstance module) {
    this.module = module;
  }

  /** {@code tags_all} of a resource as the provider computes it; null without default tags. */
  Value effectiveTags(ResourceInstance resource) {
    Value tags = resource.get("tags");
    String reference = reference(resource);
    Value defaults = setting(reference, Providers::tagsOf);
    boolean outside =
        defaults == null
            && setting(reference, (provider, in) -> new Value.Bool(true, tags.origin())) == null;
    if (outside) {
      defaults = module.stack().inputs().providerTags();
    }
    return defaults == null ? new Value.Null(tags.origin()) : merged(defaults, tags);
  }

  /** The provider's region; null without one. */
  Value region(ResourceInstance resource) {
    Value region = setting(reference(resource), Providers::regionOf);
    return region == null ? new Value.Null(Origin.at(resource.resource().header())) : region;
  }

  /** The configuration that a resource is deployed with. */
  ProviderConfiguration configuration(ResourceInstance resource) {
    return configuration(reference(resource));
  }

  private ProviderConfiguration configuration(String reference) {
    ProviderConfiguration cached = configurations.get(reference);
    if (cached == null) {
      cached = read(reference);
      configurations.put(reference, cached);
    }
    return cached;
  }

  private ProviderConfiguration read(String reference) {
    ModuleConfig.Entry declared = declared(reference);
    if (declared != null) {
      return ProviderAccount.read(module.prefix() + reference, declared, module);
    }
    ModuleCall call = module.callSite();
    String passed = call == null ? null : passed(call, reference);
    if (call != null && passed != null) {
      return call.caller().providers().configuration(passed);
    }
    return reference.contains(".")
        ? new ProviderConfiguration(module.prefix() + reference, "", Set.of())
        : ProviderConfiguration.DEFAULT;
  }

  private static Value merged(Value defaults, Value own) {
    return ChoiceLifting.map(
        defaults,
        own,
        (base, over) -> {
          if (over instanceof Value.Null) {
            return base;
          }
          if (base instanceof Value.Mapping a && over instanceof Value.Mapping b) {
            Map<String, Value> tags = new TreeMap<>(a.entries());
            b.entries()
                .forEach((key, value) -> tags.merge(key, value, Providers::unlessIgnored));
            return new Value.Mapping(true, tags, a.open() || b.open(), over.origin());
          }
          Value.Mapping known =
              base instanceof Value.Mapping a ? a : over instanceof Value.Mapping b ? b : null;
          return known == null
              ? Derived.unknown("tags", over.origin(), List.of(base, over))
              : new Value.Mapping(true, known.entries(), true, over.origin());
        });
  }

  /** The provider adds its own tag where the code leaves that of the resource to others. */
  private static Value unlessIgnored(Value base, Value over) {
    return over instanceof Value.Unknown unknown && unknown.cause() == Cause.IGNORED ? base : over;
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

  /** Reads a setting from a provider's block; null when it is not there. */
  private interface Setting {
    @Nullable Value read(LayeredBody provider, ModuleInstance module);
  }

  /** Looks through the callers for the configuration that a reference means. */
  private @Nullable Value setting(String reference, Setting setting) {
    ModuleConfig.Entry declared = declared(reference);
    if (declared != null) {
      return setting.read(declared.body(), module);
    }
    ModuleCall call = module.callSite();
    String passed = call == null ? null : passed(call, reference);
    return call == null || passed == null
        ? null
        : call.caller().providers().setting(passed, setting);
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

  private static @Nullable Value tagsOf(LayeredBody provider, ModuleInstance module) {
    List<LayeredBody.LocatedBlock> blocks = provider.blocks("default_tags");
    BodyItem.Attribute tags =
        blocks.isEmpty() ? null : blocks.get(0).block().body().attribute("tags");
    if (tags == null) {
      return null;
    }
    SourceFile file = blocks.get(0).file();
    Value value = Evaluator.evaluate(tags.value(), Scope.of(module, file, Repetition.SINGLE));
    return value.withOrigin(value.origin().through(value.origin().at(), "default_tags"));
  }

  private static @Nullable Value regionOf(LayeredBody provider, ModuleInstance module) {
    LayeredBody.Located region = provider.attribute("region");
    return region == null ? null : Evaluator.evaluate(region.expression(), module.scope(region));
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

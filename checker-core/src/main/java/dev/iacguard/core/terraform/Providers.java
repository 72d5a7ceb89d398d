package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.config.LayeredBody;
import dev.iacguard.core.terraform.config.ModuleConfig;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EffectiveTags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves which provider configuration a resource of this module uses, and what it adds. The AWS
 * provider merges its {@code default_tags} into {@code tags_all}; its {@code region} counts where
 * the resource names none.
 */
final class Providers {
  private final ModuleInstance module;
  private final Map<String, ProviderConfiguration> configurations = new HashMap<>();

  Providers(ModuleInstance module) {
    this.module = module;
  }

  /**
   * {@code tags_all} of a resource as the provider computes it; null where that is no more than the
   * tags of the resource.
   */
  Value effectiveTags(ResourceInstance resource) {
    Value tags = resource.get("tags");
    Located provider = located(reference(resource));
    if (provider != null) {
      return EffectiveTags.of(tags, provider.read("default_tags"), provider.read("ignore_tags"));
    }
    Value outside = module.stack().inputs().providerTags();
    return outside == null ? new Value.Null(tags.origin()) : EffectiveTags.merged(outside, tags);
  }

  /** The provider's region; null without one. */
  Value region(ResourceInstance resource) {
    Located provider = located(reference(resource));
    Value region = provider == null ? null : provider.read("region");
    return region == null || region instanceof Value.Null
        ? new Value.Null(Origin.at(resource.resource().header()))
        : region;
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
    Located declared = declared(reference);
    if (declared != null) {
      return ProviderAccount.read(module.prefix() + reference, declared.entry(), declared.scope());
    }
    String passed = passed(reference);
    if (passed != null) {
      return caller().configuration(passed);
    }
    return reference.contains(".")
        ? new ProviderConfiguration(module.prefix() + reference, "", Set.of())
        : ProviderConfiguration.DEFAULT;
  }

  /** A provider block, and where its arguments are evaluated. */
  private record Located(ModuleConfig.Entry entry, Scope scope) {
    Value read(String argument) {
      return Blocks.read(entry.body(), argument, scope, entry.declaration().header());
    }
  }

  /** Looks through the callers for the configuration that a reference means. */
  private @Nullable Located located(String reference) {
    Located declared = declared(reference);
    String passed = declared == null ? passed(reference) : null;
    return passed == null ? declared : caller().located(passed);
  }

  private @Nullable Located declared(String reference) {
    int bracket = reference.indexOf('[');
    String plain = bracket < 0 ? reference : reference.substring(0, bracket);
    for (ModuleConfig.Entry provider : module.config().providers()) {
      String name = provider.declaration().label(0);
      LayeredBody.Located alias = provider.body().attribute("alias");
      String full =
          alias != null && alias.expression() instanceof Expression.Template text
              ? name + "." + text.literal()
              : name;
      if (full.equals(plain)) {
        Repetition instance =
            bracket < 0 ? Repetition.SINGLE : instance(provider, reference.substring(bracket));
        return new Located(provider, Scope.of(module, provider.declaration().file(), instance));
      }
    }
    return null;
  }

  /** One of the configurations that OpenTofu makes of a block with {@code for_each}. */
  private Repetition instance(ModuleConfig.Entry provider, String key) {
    LayeredBody.Located each = provider.body().attribute("for_each");
    Value all =
        each == null
            ? new Value.Null(Origin.at(provider.declaration().header()))
            : Evaluator.evaluate(each.expression(), module.scope(each));
    List<Iteration> iterations = Iteration.of(all);
    for (Iteration one : iterations == null ? List.<Iteration>of() : iterations) {
      if (key.equals(Instances.key(one.key()))) {
        return Repetition.each(key, one.key(), one.value(), List.of());
      }
    }
    return Repetition.each(
        key,
        Derived.unknown("each.key", all.origin(), List.of(all)),
        Derived.unknown("each.value", all.origin(), List.of(all)),
        List.of());
  }

  /** What the caller calls the provider that this module calls {@code reference}; or null. */
  private @Nullable String passed(String reference) {
    ModuleCall call = module.callSite();
    LayeredBody.Located map = call == null ? null : call.body().attribute("providers");
    if (call != null && map != null && map.expression() instanceof Expression.Obj object) {
      Scope scope = Scope.of(call.caller(), map.file(), module.repetition());
      for (ObjectEntry entry : object.entries()) {
        if (reference.equals(referenceOf(entry.key(), scope))) {
          return referenceOf(entry.value(), scope);
        }
      }
    }
    // Configurations without an alias are inherited.
    return call == null || reference.contains(".") ? null : reference;
  }

  private Providers caller() {
    return Objects.requireNonNull(module.caller()).providers();
  }

  /** {@code aws}, {@code aws.alias} or {@code aws.alias["key"]}: as written, or from the type. */
  private String reference(ResourceInstance resource) {
    LayeredBody.Located argument = resource.providerArgument();
    String written =
        argument == null
            ? null
            : referenceOf(
                argument.expression(), Scope.of(module, argument.file(), resource.repetition()));
    if (written != null) {
      return written;
    }
    String type = resource.type();
    int underscore = type.indexOf('_');
    return underscore < 0 ? type : type.substring(0, underscore);
  }

  private static @Nullable String referenceOf(Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.Name name -> name.name();
      case Expression.GetAttribute attribute
          when attribute.source() instanceof Expression.Name name ->
          name.name() + "." + attribute.name();
      case Expression.Index index -> {
        String all = referenceOf(index.source(), scope);
        String key = Instances.key(Evaluator.evaluate(index.key(), scope));
        yield all == null ? null : all + (key == null ? "[?]" : key);
      }
      case Expression.Template template -> template.literal();
      default -> null;
    };
  }
}

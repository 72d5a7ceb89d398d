package dev.iacguard.core.terraform;

import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.config.ModuleConfig;
import dev.iacguard.core.terraform.value.Conversions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads from a provider block the account it deploys to, as far as the code says. */
final class ProviderAccount {
  private static final List<String> WRITTEN = List.of("profile", "access_key", "secret_key");
  private static final List<String> ROLES = List.of("assume_role", "assume_role_with_web_identity");

  private final ModuleConfig.Entry provider;
  private final Scope scope;
  private final StringBuilder credentials = new StringBuilder();
  private final Set<String> accounts = new TreeSet<>();

  private ProviderAccount(ModuleConfig.Entry provider, Scope scope) {
    this.provider = provider;
    this.scope = scope;
  }

  /**
   * @param name of the configuration
   * @param scope where the arguments of the block are evaluated
   */
  static ProviderConfiguration read(String name, ModuleConfig.Entry provider, Scope scope) {
    return new ProviderAccount(provider, scope).read(name);
  }

  private ProviderConfiguration read(String name) {
    WRITTEN.forEach(argument -> add(argument, value(argument)));
    // Of several roles, the last one that is assumed signs in.
    for (String block : ROLES) {
      for (Value each : elements(value(block))) {
        Value role = each instanceof Value.Mapping map ? map.get("role_arn") : null;
        if (role != null) {
          add(block, role);
          accounts.clear();
          accounts.addAll(ProviderConfiguration.accountOf(known(role)));
        }
      }
    }
    if (accounts.isEmpty()) {
      elements(value("allowed_account_ids")).forEach(account -> accounts.add(known(account)));
    }
    // One that is not known may be any.
    return new ProviderConfiguration(
        name, credentials.toString(), accounts.contains("") ? Set.of() : Set.copyOf(accounts));
  }

  private Value value(String argument) {
    return Blocks.read(provider.body(), argument, scope, provider.declaration().header());
  }

  private static List<Value> elements(Value value) {
    return switch (value) {
      case Value.Sequence many -> many.open() ? List.of() : many.elements();
      case Value.Null none -> List.of();
      default -> List.of(value);
    };
  }

  /** Takes down what an argument is, or which unknown it is. */
  private void add(String argument, Value value) {
    switch (value) {
      case Value.Null none -> {}
      case Value.Unknown unknown ->
          credentials.append(argument).append('?').append(unknown.what()).append('\n');
      case Value.Text text when text.known() != null ->
          credentials.append(argument).append('=').append(text.known()).append('\n');
      default -> credentials.append(argument).append('?').append(value.origin().at()).append('\n');
    }
  }

  private static String known(Value value) {
    String text = Conversions.knownText(value);
    return text == null ? "" : text;
  }
}

package dev.iacguard.core.plan;

import dev.iacguard.core.json.JsonCursor;
import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Value;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * A provider configuration of a plan.
 *
 * @param region null when it is neither a constant nor a variable
 * @param defaultTags whether it adds tags to every resource
 * @param ignoredTags the keys of tags that it leaves to others, as far as they are constants
 * @param credentials as {@link ProviderConfiguration#credentials()}
 * @param accounts as {@link ProviderConfiguration#accounts()}
 */
record Provider(
    @Nullable Argument region,
    boolean defaultTags,
    Set<String> ignoredTags,
    String credentials,
    Set<String> accounts) {

  /**
   * An argument.
   *
   * @param constant null when it is taken from something else
   * @param variable the variable of the root module that it is; null when it is anything else
   */
  record Argument(@Nullable String constant, @Nullable String variable) {}

  /** The Region, where it is known. */
  @Nullable String region(Map<String, Value> variables) {
    if (region == null || region.variable() == null) {
      return region == null ? null : region.constant();
    }
    return variables.get(region.variable()) instanceof Value.Text text ? text.known() : null;
  }

  /** Reads the current entry of {@code provider_config}. */
  static Provider read(JsonCursor json) {
    Parts parts = new Parts(json);
    json.members("a provider", parts::member);
    return new Provider(
        parts.region,
        parts.defaultTags,
        Set.copyOf(parts.ignoredTags),
        parts.credentials.toString(),
        Set.copyOf(parts.role.isEmpty() ? parts.allowed : parts.role));
  }

  private static final class Parts {
    private static final String VARIABLE = "var.";

    private final JsonCursor json;
    private final StringBuilder credentials = new StringBuilder();
    private final Set<String> allowed = new TreeSet<>();
    private final Set<String> role = new TreeSet<>();
    private final Set<String> ignoredTags = new TreeSet<>();
    private @Nullable Argument region;
    private boolean defaultTags;
    private @Nullable String constant;
    private @Nullable String variable;

    Parts(JsonCursor json) {
      this.json = json;
    }

    void member(String name) {
      if (name.equals("expressions")) {
        json.members("the arguments of a provider", this::argument);
      } else {
        json.skip();
      }
    }

    private void argument(String name) {
      switch (name) {
        case "region" -> region = expression();
        case "default_tags" -> {
          defaultTags = true;
          json.skip();
        }
        case "ignore_tags" -> json.elements(name, () -> json.members(name, this::ignored));
        case "allowed_account_ids" ->
            json.members(name, part -> constants(part, "an account", allowed));
        case "profile", "access_key", "secret_key" -> add(name, expression());
        case "assume_role", "assume_role_with_web_identity" -> {
          if (json.token() == JsonToken.START_ARRAY) {
            json.elements(name, () -> json.members(name, part -> role(name, part)));
          } else {
            json.members(name, part -> role(name, part));
          }
        }
        default -> json.skip();
      }
    }

    private void role(String block, String part) {
      if (!part.equals("role_arn")) {
        json.skip();
        return;
      }
      Argument arn = expression();
      add(block, arn);
      role.clear();
      if (arn.constant() != null) {
        role.addAll(ProviderConfiguration.accountOf(arn.constant()));
      }
    }

    private void add(String name, Argument argument) {
      credentials.append(name).append('=').append(argument).append('\n');
    }

    private void ignored(String part) {
      if (part.equals("keys")) {
        json.members(part, each -> constants(each, "a key", ignoredTags));
      } else {
        json.skip();
      }
    }

    private void constants(String part, String what, Set<String> all) {
      if (part.equals("constant_value") && json.token() == JsonToken.START_ARRAY) {
        json.elements(part, () -> all.add(String.valueOf(json.string(what))));
      } else {
        json.skip();
      }
    }

    /** Reads the current expression. */
    private Argument expression() {
      constant = null;
      variable = null;
      json.members("an expression", this::part);
      return new Argument(constant, variable);
    }

    private void part(String part) {
      if (part.equals("constant_value") && json.token() == JsonToken.VALUE_STRING) {
        constant = json.text();
      } else if (part.equals("references")) {
        json.elements(part, this::reference);
      } else {
        json.skip();
      }
    }

    private void reference() {
      String text = json.string("a reference");
      if (variable == null && text != null && text.startsWith(VARIABLE)) {
        variable = text.substring(VARIABLE.length());
      }
    }
  }
}

package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.TemplatePart;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.terraform.value.Conversions;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code source} of a module call. Terraform wants a plain text there; OpenTofu also
 * takes variables and locals that are known before anything is installed.
 */
public final class ModuleSource {
  /** How many locals may refer to each other. */
  private static final int MAX_DEPTH = 32;

  private final ModuleConfig config;
  private final @Nullable Variables given;

  /** What the variables of a root module are given. */
  public interface Variables {
    /** Null for a variable that is given nothing. */
    VariableFile.@Nullable Entry entry(String name);
  }

  private ModuleSource(ModuleConfig config, @Nullable Variables given) {
    this.config = config;
    this.given = given;
  }

  /**
   * The text, or null when it is not known.
   *
   * @param config the module with the call
   * @param given the values of its variables when it is a root module, otherwise null
   */
  public static @Nullable String text(
      ModuleConfig config, Expression source, @Nullable Variables given) {
    if (source instanceof Expression.Template template && template.literal() != null) {
      return template.literal();
    }
    return config.isTofu() ? new ModuleSource(config, given).evaluate(source, 0) : null;
  }

  /**
   * The folder inside the repository that an address names: {@code modules/api} of {@code
   * git::https://example.com/acme/platform.git//modules/api?ref=v1}. Null for an address of
   * anything else, or of a whole repository.
   */
  static @Nullable String folderInRepository(String address) {
    int protocol = address.indexOf("://");
    int from = protocol < 0 ? 0 : protocol + "://".length();
    int slashes = address.indexOf("//", from);
    boolean repository =
        protocol >= 0 || address.startsWith("git") || address.startsWith("bitbucket.org/");
    if (slashes < 0 || !repository) {
      return null;
    }
    String folder = address.substring(slashes + 2).replaceFirst("[?].*", "");
    String resolved = Paths.resolve("", folder);
    return resolved == null || resolved.isEmpty() ? null : resolved;
  }

  /** Why a source is not known, in words. */
  static String whyUnknown(ModuleConfig config, Expression source) {
    String name = config.isTofu() ? input(source) : null;
    return name == null
        ? "the module's source is not a literal string"
        : "the module's source depends on " + name + ", which is not known before 'tofu init'";
  }

  /** The first variable or local that a source refers to; null when it refers to none. */
  private static @Nullable String input(Expression source) {
    return switch (source) {
      case Expression.Parentheses inner -> input(inner.inner());
      case Expression.Template template -> {
        for (TemplatePart part : template.parts()) {
          if (part instanceof TemplatePart.Interpolation value) {
            yield input(value.expression());
          }
        }
        yield null;
      }
      case Expression.GetAttribute attribute
          when attribute.source() instanceof Expression.Name name
              && (name.name().equals("var") || name.name().equals("local")) ->
          name.name() + "." + attribute.name();
      default -> null;
    };
  }

  private @Nullable String evaluate(Expression expression, int depth) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    return switch (expression) {
      case Expression.Template template -> joined(template, depth);
      case Expression.Parentheses inner -> evaluate(inner.inner(), depth);
      case Expression.GetAttribute attribute
          when attribute.source() instanceof Expression.Name name ->
          switch (name.name()) {
            case "var" -> variable(attribute.name(), depth);
            case "local" -> local(attribute.name(), depth);
            default -> null;
          };
      default -> null;
    };
  }

  private @Nullable String joined(Expression.Template template, int depth) {
    StringBuilder text = new StringBuilder();
    for (TemplatePart part : template.parts()) {
      String piece =
          switch (part) {
            case TemplatePart.Text plain -> plain.text();
            case TemplatePart.Interpolation value -> evaluate(value.expression(), depth + 1);
            default -> null;
          };
      if (piece == null) {
        return null;
      }
      text.append(piece);
    }
    return text.toString();
  }

  private @Nullable String local(String name, int depth) {
    ModuleConfig.Local local = config.local(name);
    return local == null ? null : evaluate(local.value(), depth + 1);
  }

  /** What a called module is given depends on the call, so that only a root's variables count. */
  private @Nullable String variable(String name, int depth) {
    ModuleConfig.Entry declared = config.entry("variable." + name);
    if (given == null || declared == null) {
      return null;
    }
    LayeredBody.Located fallback = declared.body().attribute("default");
    return switch (given.entry(name)) {
      case VariableFile.Expressed written -> evaluate(written.expression(), depth + 1);
      case VariableFile.Literal literal -> Conversions.knownText(literal.value());
      case null -> fallback == null ? null : evaluate(fallback.expression(), depth + 1);
    };
  }
}

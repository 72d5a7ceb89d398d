package dev.iacguard.core.terraform.config;

import dev.iacguard.core.model.Nearest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a module declares under nearly the name that is referred to. That takes time, so only
 * the first mistakes are looked at.
 */
public final class NearNames {
  private static final int MOST_MISTAKES = 100;
  private static final int MOST_NAMES = 500;

  private final ModuleConfig config;
  private final Map<String, String> hints = new ConcurrentHashMap<>();

  NearNames(ModuleConfig config) {
    this.config = config;
  }

  /** {@code var.day is not declared in this module; did you mean var.days?} */
  public String variable(String name) {
    return missing("var.", name, names("variable"));
  }

  public String local(String name) {
    return missing("local.", name, config.locals().stream().limit(MOST_NAMES).toList());
  }

  public String call(String name) {
    return missing("module.", name, names("module"));
  }

  /**
   * As {@link #variable}, for an output of this module.
   *
   * @param call as its caller names the module: {@code module.logs}
   */
  public String output(String call, String name) {
    return missing(call + ".", name, names("output"));
  }

  private String missing(String kind, String name, List<String> known) {
    return kind + name + " is not declared in this module" + hint(kind, name, known);
  }

  /**
   * {@code "; did you mean aws_x.access?"} for a resource; empty when no name is near.
   *
   * @param type with {@code data.} in front for a data source
   */
  public String resource(String type, String name) {
    String hint = hint(type + ".", name, names(type));
    return hint.isEmpty() && config.resources(type).isEmpty() ? ofOtherType(type, name) : hint;
  }

  private String ofOtherType(String type, String name) {
    List<String> types =
        config.types().stream()
            .filter(other -> config.entry(other + "." + name) != null)
            .limit(MOST_NAMES)
            .toList();
    String nearest = nearest(type, types);
    return nearest == null ? "" : "; did you mean " + nearest + "." + name + "?";
  }

  private String hint(String kind, String name, List<String> known) {
    String key = kind + name;
    String hint = hints.get(key);
    if (hint == null) {
      String nearest = nearest(name, known);
      hint = nearest == null ? "" : "; did you mean " + kind + nearest + "?";
      if (hints.size() < MOST_MISTAKES) {
        hints.put(key, hint);
      }
    }
    return hint;
  }

  private @Nullable String nearest(String name, List<String> known) {
    return hints.size() < MOST_MISTAKES ? Nearest.of(name, known) : null;
  }

  private List<String> names(String type) {
    return config.resources(type).stream()
        .limit(MOST_NAMES)
        .map(entry -> entry.declaration().label(type.indexOf('_') < 0 ? 0 : 1))
        .toList();
  }
}

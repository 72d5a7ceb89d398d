package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.source.PathGlob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named environment of the policy: what differs for some stacks or stages.
 *
 * @param name null when it has none
 * @param match patterns for paths; empty for all stacks
 * @param names those of them without a slash, which are also held against the last name
 * @param stages patterns for names of stages; empty for all stages
 * @param settings what lies over the policy
 */
record Environment(
    @Nullable String name,
    List<PathGlob> match,
    List<PathGlob> names,
    List<PathGlob> stages,
    Mapping settings) {
  private static final List<String> OWN_KEYS = List.of("name", "match", "stages");

  static Environment of(Mapping written, List<ConfigError> errors) {
    if (written.get("match") == null && written.get("stages") == null) {
      errors.add(new ConfigError(written.at(), "an environment needs 'match' or 'stages'"));
    }
    List<ConfigNode> match = Nodes.items(written.get("match"));
    List<ConfigNode> names =
        match.stream().filter(item -> !Nodes.neededText(item).contains("/")).toList();
    return new Environment(
        Nodes.text(written.get("name")),
        globs(match, errors),
        globs(names, new ArrayList<>()),
        globs(Nodes.items(written.get("stages")), errors),
        written.without(OWN_KEYS));
  }

  private static List<PathGlob> globs(List<ConfigNode> items, List<ConfigError> errors) {
    List<PathGlob> globs = new ArrayList<>();
    for (ConfigNode item : items) {
      PathGlob glob = PathGlob.of(Nodes.neededText(item));
      if (glob == null) {
        errors.add(new ConfigError(item.at(), PatternErrors.of(Nodes.neededText(item))));
      } else {
        globs.add(glob);
      }
    }
    return List.copyOf(globs);
  }

  /**
   * @param paths of the stack and of its variable files. A pattern that matches a folder's content
   *     also matches the folder
   */
  boolean fitsStack(Collection<String> paths) {
    return match.isEmpty() || paths.stream().anyMatch(this::fits);
  }

  private boolean fits(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return match.stream().anyMatch(glob -> glob.matches(path) || glob.matches(path + "/"))
        || names.stream().anyMatch(glob -> glob.matches(name));
  }

  boolean dependsOnStage() {
    return !stages.isEmpty();
  }

  /**
   * @param stage null when its name is not known: what is not known is no exception
   */
  boolean fitsStage(@Nullable String stage) {
    return stages.isEmpty()
        || (stage != null && stages.stream().anyMatch(glob -> glob.matches(stage)));
  }
}

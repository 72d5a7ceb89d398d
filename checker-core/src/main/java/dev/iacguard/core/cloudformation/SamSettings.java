package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.sam.SamConfig;
import dev.iacguard.core.cloudformation.template.Literals;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters and stack tags of a deployment from the {@code samconfig} beside a template.
 * What its environments say differently is a choice between them.
 */
final class SamSettings {
  private static final SamSettings NONE = new SamSettings(null);
  private static final String ENVIRONMENT = "the environment of samconfig";

  private final @Nullable SamConfig config;

  private SamSettings(@Nullable SamConfig config) {
    this.config = config;
  }

  /**
   * The settings that hold for a template.
   *
   * @param path of the template
   */
  static SamSettings of(SourceTree tree, String path, Consumer<Problem> problems) {
    String folder = Paths.folder(path);
    for (String name : SamConfig.names()) {
      if (tree.isFile(Paths.in(folder, name))) {
        switch (tree.read(Paths.in(folder, name))) {
          case Content.Failed failed -> {
            if (isUsual(path)) {
              problems.accept(Problem.failed(failed, ""));
            }
          }
          case Content.Decoded decoded -> {
            SamConfig config = SamConfig.of(decoded.file());
            if (isFor(config, path)) {
              config.problems().forEach(problems);
              return new SamSettings(config);
            }
          }
        }
      }
    }
    return NONE;
  }

  private static boolean isFor(SamConfig config, String path) {
    List<String> named = config.templates();
    return named.isEmpty()
        ? isUsual(path)
        : named.stream()
            .anyMatch(
                each ->
                    path.equals(Paths.resolve(Paths.folder(path), each))
                        || (isUsual(path) && each.contains(".aws-sam")));
  }

  private static boolean isUsual(String path) {
    return List.of("template.yaml", "template.yml", "template.json").contains(Paths.name(path));
  }

  /** A parameter that is given, or null. */
  Parameters.@Nullable Passed parameter(String name) {
    Value value = value(SamConfig.OVERRIDES, name);
    return value == null ? null : new Parameters.Passed(value, name + " (samconfig)");
  }

  /** The tags of the stack; a tag that an environment does not set is null in it. */
  Map<String, Value> tags() {
    Map<String, Value> tags = new LinkedHashMap<>();
    if (config != null) {
      for (List<SamConfig.Pair> pairs : config.deployed(SamConfig.TAGS).values()) {
        for (SamConfig.Pair pair : pairs) {
          Map<String, Value> set = byEnvironment(config, SamConfig.TAGS, pair.key());
          Value none = new Value.Null(Origin.at(pair.at()));
          config.environments().forEach(each -> set.putIfAbsent(each, none));
          tags.put(pair.key(), among(set));
        }
      }
    }
    return tags;
  }

  /** Whether a condition asks for nothing but the environment. */
  static boolean decides(Condition condition) {
    return switch (condition) {
      case Condition.Equals equals -> equals.subject().equals(ENVIRONMENT);
      case Condition.Not not -> decides(not.inner());
      case Condition.AllOf all -> all.parts().stream().allMatch(SamSettings::decides);
      case Condition.AnyOf any -> any.parts().stream().allMatch(SamSettings::decides);
      case Condition.Named named -> false;
      case Condition.Flag flag -> false;
    };
  }

  /**
   * One value where all environments agree, otherwise a choice; null when an environment with such
   * a setting says nothing of the key.
   */
  private @Nullable Value value(String setting, String key) {
    if (config == null) {
      return null;
    }
    Map<String, Value> byEnvironment = byEnvironment(config, setting, key);
    boolean everywhere = byEnvironment.size() == config.deployed(setting).size();
    return byEnvironment.isEmpty() || !everywhere ? null : among(byEnvironment);
  }

  private static Map<String, Value> byEnvironment(SamConfig config, String setting, String key) {
    Map<String, Value> byEnvironment = new LinkedHashMap<>();
    config
        .deployed(setting)
        .forEach(
            (environment, pairs) -> {
              for (SamConfig.Pair pair : pairs) {
                if (pair.key().equals(key)) {
                  byEnvironment.put(environment, Literals.text(pair.value(), Origin.at(pair.at())));
                }
              }
            });
    return byEnvironment;
  }

  private static Value among(Map<String, Value> byEnvironment) {
    List<String> names = new ArrayList<>(byEnvironment.keySet());
    List<Value> values = new ArrayList<>(byEnvironment.values());
    Value chosen = values.get(values.size() - 1);
    boolean same =
        values.stream().map(Choices::scalar).distinct().count() == 1
            && Choices.scalar(chosen) != null;
    for (int i = values.size() - 2; i >= 0 && !same; i--) {
      Condition condition = new Condition.Equals(ENVIRONMENT, names.get(i), names);
      chosen = new Value.Choice(condition, values.get(i), chosen, values.get(i).origin());
    }
    return chosen;
  }
}

package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigCheck;
import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigType;
import dev.iacguard.core.config.YamlConfig;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy file and everything it extends, and merges them. */
final class PolicyFiles {
  private static final int DEEPEST = 8;
  private static final int MOST_FILES = 32;

  private final SourceTree tree;
  private final ConfigType.Section keys;
  private final RuleNames rules;
  private final List<ConfigError> errors;
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> paths = new HashSet<>();
  private int files;

  /**
   * @param errors takes everything that is wrong with the files, file by file
   */
  PolicyFiles(SourceTree tree, ConfigType.Section keys, RuleNames rules, List<ConfigError> errors) {
    this.tree = tree;
    this.keys = keys;
    this.rules = rules;
    this.errors = errors;
  }

  /**
   * The whole policy: the file, where there is one, over what it extends over the default preset.
   */
  Mapping read(@Nullable String path) {
    Mapping bottom = preset(Presets.DEFAULT);
    if (path == null) {
      return bottom;
    }
    Mapping top = file(path, new SourceFile(tree.shown(path), "").all());
    return Layers.over(bottom, top).without(List.of("extends"));
  }

  /** Every file that was read until now. */
  Set<String> paths() {
    return Set.copyOf(paths);
  }

  private Mapping preset(String name) {
    return layer(Presets.read(name), "");
  }

  private Mapping file(String path, Span from) {
    Content content = tree.read(path);
    if (content instanceof Content.Failed failed) {
      // Where the file itself was named, its own place says more than none.
      Span at = open.isEmpty() ? failed.file().all() : from;
      fail(at, tree.shown(path) + " " + failed.reason());
      return new Mapping(at, Map.of());
    }
    open.add(path);
    paths.add(path);
    Mapping read = layer(((Content.Decoded) content).file(), Paths.folder(path));
    open.remove(path);
    return read;
  }

  /** A file over what it extends. */
  private Mapping layer(SourceFile file, String folder) {
    int before = errors.size();
    Mapping mapping = YamlConfig.read(file, errors);
    if (mapping == null) {
      return new Mapping(file.span(0, 0), Map.of());
    }
    ConfigCheck.check(mapping, keys, "", errors);
    ConfigNode bases = errors.size() == before ? mapping.get("extends") : null;
    rules.meet(mapping);
    Mapping below = new Mapping(mapping.at(), Map.of());
    List<ConfigNode> extended =
        bases instanceof ConfigNode.Scalar ? List.of(bases) : Nodes.items(bases);
    for (ConfigNode base : extended) {
      below = Layers.over(below, extended(Nodes.neededText(base), base.at(), folder));
    }
    return Layers.over(below, rules.asIds(mapping, errors));
  }

  private Mapping extended(String name, Span at, String folder) {
    if (Presets.NAMES.contains(name)) {
      return preset(name);
    }
    Mapping nothing = new Mapping(at, Map.of());
    String path = Paths.resolve(folder, name);
    if (path == null) {
      fail(at, "'" + name + "' is outside the repository; only files inside it can be extended");
    } else if (!tree.mayRead(path)) {
      fail(at, "'" + name + "' is in an excluded directory or outside the repository");
    } else if (tree.isFolder(path)) {
      return folder(path, at);
    } else if (!tree.isFile(path)) {
      String hint = Nearest.hint(name, Presets.NAMES);
      fail(at, "unknown preset, file or directory '" + name + "'" + hint);
    } else if (open.contains(path)) {
      List<String> circle = new ArrayList<>(open);
      circle.add(path);
      fail(
          at,
          "extends itself: "
              + String.join(" → ", circle.subList(circle.indexOf(path), circle.size())));
    } else if (open.size() >= DEEPEST) {
      fail(at, "extends more than " + DEEPEST + " files in a chain");
    } else if (++files > MOST_FILES) {
      fail(at, "extends more than " + MOST_FILES + " files");
    } else {
      return file(path, at);
    }
    return nothing;
  }

  /** Its YAML files, each like one that is named, in the order of their names. */
  private Mapping folder(String path, Span at) {
    List<String> names =
        tree.files(path).stream()
            .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
            .limit(MOST_FILES + 1L)
            .toList();
    if (names.isEmpty()) {
      fail(at, tree.shown(path) + " is a directory without YAML files");
    }
    Mapping all = new Mapping(at, Map.of());
    for (String name : names) {
      all = Layers.over(all, extended(name, at, path));
    }
    return all;
  }

  private void fail(Span at, String message) {
    errors.add(new ConfigError(at, message));
  }
}

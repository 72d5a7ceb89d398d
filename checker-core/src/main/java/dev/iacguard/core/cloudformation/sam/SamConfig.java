package dev.iacguard.core.cloudformation.sam;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Parsed;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the settings of a {@code samconfig.toml} or {@code samconfig.yaml}. A setting of {@code
 * KEY=VALUE} pairs is a string or a list of strings of {@code KEY=VALUE} or {@code
 * ParameterKey=KEY,ParameterValue=VALUE}; in YAML it can be a mapping.
 */
public final class SamConfig {
  public static final String OVERRIDES = "parameter_overrides";
  public static final String TAGS = "tags";
  static final List<String> TEMPLATE = List.of("template_file", "template");

  /** {@code stack_name} shows which environments are deployed. */
  private static final List<String> KEYS =
      List.of(OVERRIDES, TAGS, "template_file", "template", "stack_name");

  private static final String DEFAULT = "default";
  private static final String KEY = "ParameterKey=";
  private static final String VALUE = ",ParameterValue=";

  private final List<Setting> settings = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private SamConfig() {}

  /**
   * One setting.
   *
   * @param command {@code deploy}, {@code build}, {@code global}
   */
  private record Setting(
      String environment, String command, String key, List<Pair> pairs, List<String> words) {
    boolean holdsFor(String wanted) {
      return key.equals(wanted);
    }

    boolean isDeployed() {
      return command.equals("deploy") || command.equals("global") || command.isEmpty();
    }
  }

  /**
   * A {@code KEY=VALUE}.
   *
   * @param at where it is written
   */
  public record Pair(String key, String value, Span at) {}

  /** What such files are called. */
  public static List<String> names() {
    return List.of("samconfig.toml", "samconfig.yaml", "samconfig.yml");
  }

  public static SamConfig of(SourceFile file) {
    SamConfig config = new SamConfig();
    if (file.name().endsWith(".toml")) {
      new TomlSettings(file, KEYS, config.problems)
          .read(
              each -> {
                List<String> names = List.of(each.section().split("\\.", -1));
                String command = names.size() > 1 ? names.get(1) : "";
                config.add(names.get(0), command, each.key(), each.words(), each.at());
              });
    } else {
      Parsed parsed = TemplateReader.parse(file);
      config.problems.addAll(parsed.problems());
      parsed.documents().forEach(config::document);
    }
    return config;
  }

  private void document(Node document) {
    if (!(document instanceof Node.Mapping root)) {
      return;
    }
    for (Node.Entry environment : root.entries()) {
      if (environment.value() instanceof Node.Mapping commands) {
        for (Node.Entry command : commands.entries()) {
          if (command.value() instanceof Node.Mapping body) {
            for (Node.Entry setting : body.mapping("parameters").entries()) {
              add(environment.key(), command.key(), setting.key(), setting.value());
            }
          }
        }
      }
    }
  }

  private void add(String environment, String command, String key, Node value) {
    switch (value) {
      case Node.Scalar text ->
          add(environment, command, key, TomlSettings.split(text.text(), " \t\r\n"), text.span());
      case Node.Sequence list -> {
        List<String> words = new ArrayList<>();
        for (Node item : list.items()) {
          if (item instanceof Node.Scalar text) {
            words.add(text.text());
          }
        }
        add(environment, command, key, words, list.span());
      }
      case Node.Mapping map -> {
        List<String> words = new ArrayList<>();
        for (Node.Entry entry : map.entries()) {
          if (entry.value() instanceof Node.Scalar text) {
            words.add(entry.key() + "=" + text.text());
          }
        }
        add(environment, command, key, words, map.span());
      }
      case Node.Unresolved unresolved -> {}
    }
  }

  private void add(String environment, String command, String key, List<String> words, Span at) {
    if (!KEYS.contains(key)) {
      return;
    }
    List<Pair> pairs = new ArrayList<>();
    for (String word : words) {
      String plain = plain(word);
      int equals = plain.indexOf('=');
      if (equals > 0) {
        pairs.add(new Pair(plain.substring(0, equals), plain.substring(equals + 1), at));
      }
    }
    settings.add(new Setting(environment, command, key, pairs, List.copyOf(words)));
  }

  private static String plain(String word) {
    int value = word.indexOf(VALUE);
    return word.startsWith(KEY) && value > 0
        ? word.substring(KEY.length(), value) + "=" + word.substring(value + VALUE.length())
        : word;
  }

  /** What is wrong with the file. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * The pairs of a setting in the environment {@code default}, or in the first one when there is no
   * default.
   */
  public List<Pair> usual(String key) {
    Map<String, List<Pair>> all = byEnvironment(key, false);
    List<Pair> usual = all.get(DEFAULT);
    return usual != null ? usual : all.isEmpty() ? List.of() : all.values().iterator().next();
  }

  /** The pairs that a deployment is given, by environment. */
  public Map<String, List<Pair>> deployed(String key) {
    return byEnvironment(key, true);
  }

  /** The environments that a setting of a deployment is seen of. */
  public Set<String> environments() {
    Set<String> names = new LinkedHashSet<>();
    settings.stream().filter(Setting::isDeployed).forEach(each -> names.add(each.environment()));
    return names;
  }

  private Map<String, List<Pair>> byEnvironment(String key, boolean deployed) {
    Map<String, List<Pair>> all = new LinkedHashMap<>();
    for (Setting setting : settings) {
      if (setting.holdsFor(key) && (!deployed || setting.isDeployed())) {
        all.computeIfAbsent(setting.environment(), name -> new ArrayList<>())
            .addAll(setting.pairs());
      }
    }
    return all;
  }

  /** The templates that are named; empty when the usual one is meant. */
  public List<String> templates() {
    return settings.stream()
        .filter(setting -> TEMPLATE.contains(setting.key()))
        .flatMap(setting -> setting.words().stream())
        .distinct()
        .toList();
  }
}

package dev.iacguard.cli.report;

import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Scalar;
import dev.iacguard.core.config.ConfigNode.Sequence;
import dev.iacguard.core.config.ConfigText;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Shows a configuration, one line or object for each value. */
public final class SettingsReport {
  private SettingsReport() {}

  /**
   * @param key its keys from the top, joined by dots: {@code log-group.retention-days.min}
   */
  private record Setting(String key, ConfigNode value) {
    Span at() {
      return value.at();
    }

    /** As it would be written in one line. */
    String words() {
      return ConfigText.of(value);
    }
  }

  /** {@code key: value path:line}. */
  public static void text(Mapping settings, Writer out) throws IOException {
    List<Setting> all = all(settings);
    int width = all.stream().mapToInt(one -> line(one).length()).max().orElse(0);
    for (Setting setting : all) {
      String line = Printable.line(line(setting));
      out.write(line + " ".repeat(Math.max(0, Math.min(width, 60) - line.length())));
      out.write("  # " + Printable.line(setting.at().toString()) + "\n");
    }
  }

  /**
   * What is said under one key, indented as code; that nothing is, where nothing is.
   *
   * @param option its keys from the top, joined by dots
   */
  static void option(String option, Mapping settings, Writer out) throws IOException {
    boolean said = false;
    for (Setting setting : all(settings)) {
      if (setting.key().equals(option) || setting.key().startsWith(option + ".")) {
        out.write("    " + Printable.line(line(setting) + "  # " + setting.at()) + "\n");
        said = true;
      }
    }
    if (!said) {
      out.write("    " + option + " is not set\n");
    }
  }

  private static String line(Setting setting) {
    return setting.key() + ": " + setting.words();
  }

  public static void json(Mapping settings, Writer out) throws IOException {
    Json.object(
        out,
        json ->
            json.number("schemaVersion", 1)
                .objects(
                    "settings",
                    all(settings),
                    setting -> {
                      json.text("key", setting.key());
                      value(json, setting.value());
                      json.location(setting.at());
                    }));
  }

  private static void value(Json json, ConfigNode value) {
    switch (value) {
      case Scalar scalar when scalar.kind() == Scalar.Kind.WHOLE_NUMBER ->
          json.number("value", Long.parseLong(scalar.text()));
      case Scalar scalar when scalar.kind() == Scalar.Kind.TRUTH ->
          json.truth("value", Boolean.parseBoolean(scalar.text()));
      case Scalar scalar -> json.text("value", scalar.text());
      case Sequence sequence ->
          json.texts("value", sequence.items().stream().map(ConfigText::of).toList());
      case Mapping mapping -> json.text("value", ConfigText.of(mapping));
    }
  }

  private static List<Setting> all(Mapping settings) {
    List<Setting> all = new ArrayList<>();
    collect("", settings, all);
    return all;
  }

  private static void collect(String prefix, Mapping mapping, List<Setting> all) {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              String name = prefix.isEmpty() ? key : prefix + "." + key;
              if (entry.value() instanceof Mapping inner) {
                collect(name, inner, all);
              } else {
                all.add(new Setting(name, entry.value()));
              }
            });
  }
}

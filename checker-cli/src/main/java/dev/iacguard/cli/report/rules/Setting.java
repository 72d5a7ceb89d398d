package dev.iacguard.cli.report.rules;

import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigText;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * One value of a configuration.
 *
 * @param key its keys from the top, joined by dots: {@code log-group.retention-days.min}
 */
record Setting(String key, ConfigNode value) {
  /** Every value of a configuration, in the order it was written. */
  static List<Setting> all(Mapping settings) {
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

  Span at() {
    return value.at();
  }

  /** As it would be written in one line. */
  String line() {
    return key + ": " + ConfigText.of(value);
  }
}

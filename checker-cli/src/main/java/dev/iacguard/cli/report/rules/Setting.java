package dev.iacguard.cli.report.rules;

import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Sequence;
import dev.iacguard.core.config.ConfigText;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /**
   * A line of a configuration.
   *
   * @param at where that is written; null for what continues the line above
   */
  record Line(String text, @Nullable Span at) {}

  /** As it would be written: a list of groups with a line for each key, all else in one line. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    if (value instanceof Sequence list
        && list.items().stream().anyMatch(Mapping.class::isInstance)) {
      lines.add(new Line(key + ":", null));
      list.items().forEach(item -> addItem(item, lines));
    } else {
      lines.add(new Line(key + ": " + ConfigText.of(value), at()));
    }
    return lines;
  }

  private static void addItem(ConfigNode item, List<Line> lines) {
    if (!(item instanceof Mapping group)) {
      lines.add(new Line("  - " + ConfigText.of(item), item.at()));
      return;
    }
    String dash = "  - ";
    for (Map.Entry<String, ConfigNode.Entry> entry : group.entries().entrySet()) {
      String text = entry.getKey() + ": " + ConfigText.of(entry.getValue().value());
      lines.add(new Line(dash + text, dash.isBlank() ? null : item.at()));
      dash = "    ";
    }
  }
}

package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.rules.policy.WantedFormat;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code access-log.format} and the formats it can name. */
final class FormatKeys {
  private FormatKeys() {}

  static WantedFormat read(Mapping policy, List<ConfigError> errors) {
    ConfigNode written = Objects.requireNonNull(policy.at("access-log", "format"));
    String name = Nodes.neededText(written);
    return switch (name) {
      case "any" -> new WantedFormat.Any();
      case "json" -> new WantedFormat.Json();
      default -> {
        if (policy.at("formats", name) instanceof Mapping format) {
          yield named(name, format);
        }
        List<String> names = new ArrayList<>(List.of("json", "any"));
        if (policy.get("formats") instanceof Mapping formats) {
          names.addAll(formats.entries().keySet());
        }
        String message = "there is no format '" + name + "' under formats";
        errors.add(new ConfigError(written.at(), message + Nearest.hint(name, names)));
        yield new WantedFormat.Any();
      }
    };
  }

  private static WantedFormat named(String name, Mapping format) {
    Map<ApiKind, Map<String, String>> kinds = new EnumMap<>(ApiKind.class);
    put(kinds, ApiKind.REST, format, "rest");
    put(kinds, ApiKind.HTTP, format, "http");
    put(kinds, ApiKind.WEBSOCKET, format, "websocket");
    return new WantedFormat.Named(name, Collections.unmodifiableMap(kinds));
  }

  private static void put(
      Map<ApiKind, Map<String, String>> kinds, ApiKind kind, Mapping format, String key) {
    Map<String, String> members = new LinkedHashMap<>(members(format.get("all")));
    members.putAll(members(format.get(key)));
    if (!members.isEmpty()) {
      kinds.put(kind, Collections.unmodifiableMap(members));
    }
  }

  private static Map<String, String> members(@Nullable ConfigNode node) {
    Map<String, String> members = new LinkedHashMap<>();
    if (node instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach((member, entry) -> members.put(member, Nodes.neededText(entry.value())));
    }
    return members;
  }
}

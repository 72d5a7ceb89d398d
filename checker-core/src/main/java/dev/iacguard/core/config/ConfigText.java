package dev.iacguard.core.config;

import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Scalar;
import dev.iacguard.core.config.ConfigNode.Sequence;
import java.util.stream.Collectors;

/** Writes a piece of a configuration in one line. */
public final class ConfigText {
  private ConfigText() {}

  /** {@code [a, b]}, {@code {min: 1}}. */
  public static String of(ConfigNode node) {
    return switch (node) {
      case Scalar scalar -> scalar.text();
      case Sequence sequence ->
          sequence.items().stream().map(ConfigText::of).collect(Collectors.joining(", ", "[", "]"));
      case Mapping mapping ->
          mapping.entries().entrySet().stream()
              .map(one -> one.getKey() + ": " + of(one.getValue().value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}

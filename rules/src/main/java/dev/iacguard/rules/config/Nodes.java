package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Scalar;
import dev.iacguard.core.config.ConfigNode.Sequence;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Extracts values from a configuration that fits its types. */
final class Nodes {
  private Nodes() {}

  static @Nullable String text(@Nullable ConfigNode node) {
    return node instanceof Scalar scalar ? scalar.text() : null;
  }

  static String neededText(@Nullable ConfigNode node) {
    return Objects.requireNonNull(text(node));
  }

  static @Nullable Integer number(@Nullable ConfigNode node) {
    String text = text(node);
    return text == null ? null : Integer.valueOf(text);
  }

  /** The items of a list; empty when there is none. */
  static List<ConfigNode> items(@Nullable ConfigNode node) {
    return node instanceof Sequence sequence ? sequence.items() : List.of();
  }

  /** The texts of a list, or of a single text. */
  static List<String> texts(@Nullable ConfigNode node) {
    return node instanceof Scalar scalar
        ? List.of(scalar.text())
        : items(node).stream().map(Nodes::neededText).toList();
  }
}

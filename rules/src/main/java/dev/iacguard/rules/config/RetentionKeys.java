package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.policy.RetentionBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the keys {@code log-group.retention-days}. */
final class RetentionKeys {
  private RetentionKeys() {}

  static RetentionBounds read(Mapping policy, List<ConfigError> errors) {
    Mapping days =
        policy.at("log-group", "retention-days") instanceof Mapping mapping
            ? mapping
            : new Mapping(policy.at(), Map.of());
    List<Integer> allowed = new ArrayList<>();
    for (ConfigNode item : Nodes.items(days.get("allowed"))) {
      int number = Objects.requireNonNull(Nodes.number(item));
      allowed.add(number);
      if (!RetentionBounds.isAccepted(number)) {
        Integer nearest = RetentionBounds.NONE.nearest(number);
        String message =
            "CloudWatch Logs does not accept a retention of "
                + number
                + " days; the nearest is "
                + nearest;
        errors.add(new ConfigError(item.at(), message));
      }
    }
    Integer min = Nodes.number(days.get("min"));
    Integer max = Nodes.number(days.get("max"));
    RetentionBounds bounds = new RetentionBounds(min, max, List.copyOf(allowed));
    if (min != null && max != null && min > max) {
      String message = "min is " + min + " days and max " + max + ", so no value is allowed";
      errors.add(new ConfigError(later(days), message));
    } else if (bounds.nearest(0) == null) {
      errors.add(new ConfigError(later(days), "no value that CloudWatch Logs accepts is allowed"));
    }
    return bounds;
  }

  /** Where the last of the bounds is written. */
  private static Span later(Mapping days) {
    List<ConfigNode.Entry> entries = List.copyOf(days.entries().values());
    return entries.get(entries.size() - 1).value().at();
  }
}

package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Scalar;
import dev.iacguard.core.config.ConfigNode.Sequence;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Converts configuration to values of the model. */
final class Values {
  private Values() {}

  static Value of(ConfigNode node) {
    Origin origin = Origin.at(node.at());
    return switch (node) {
      case Scalar scalar -> scalar(scalar, origin);
      case Sequence sequence ->
          new Value.Sequence(
              Value.Sequence.Kind.TUPLE,
              sequence.items().stream().map(Values::of).toList(),
              false,
              origin);
      case Mapping mapping -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> entries.put(name, of(entry.value())));
        yield new Value.Mapping(false, entries, false, origin);
      }
    };
  }

  private static Value scalar(Scalar scalar, Origin origin) {
    return switch (scalar.kind()) {
      case TEXT -> Value.Text.of(scalar.text(), origin);
      case WHOLE_NUMBER, DECIMAL -> new Value.Numeric(new BigDecimal(scalar.text()), origin);
      case TRUTH -> new Value.Bool(Boolean.parseBoolean(scalar.text()), origin);
      case NOTHING -> new Value.Null(origin);
    };
  }
}

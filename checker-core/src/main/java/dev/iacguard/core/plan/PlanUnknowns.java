package dev.iacguard.core.plan;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the unknown pieces of a value in the code the cause that they have in its plan: only the
 * apply decides them.
 */
final class PlanUnknowns {
  private PlanUnknowns() {}

  static Value of(Value code) {
    return switch (code) {
      case Value.Unknown unknown -> of(unknown);
      case Value.Choice choice ->
          new Value.Choice(
              choice.condition(), of(choice.then()), of(choice.otherwise()), choice.origin());
      case Value.Text text when text.known() == null -> {
        TextBuilder builder = new TextBuilder();
        for (TextPart part : text.parts()) {
          if (part instanceof TextPart.Hole hole) {
            builder.add(of(hole.value()));
          } else {
            builder.add(part);
          }
        }
        yield builder.build(text.origin());
      }
      case Value.Sequence list -> {
        List<Value> elements = list.elements().stream().map(PlanUnknowns::of).toList();
        yield new Value.Sequence(list.kind(), elements, list.open(), list.origin());
      }
      case Value.Mapping map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries().forEach((name, entry) -> entries.put(name, of(entry)));
        yield new Value.Mapping(map.typed(), entries, map.open(), map.origin());
      }
      default -> code;
    };
  }

  private static Value.Unknown of(Value.Unknown unknown) {
    Cause cause =
        switch (unknown.cause()) {
          case COMPUTED, DATA, DEPLOYMENT -> Cause.PLANNED;
          default -> unknown.cause();
        };
    return new Value.Unknown(
        cause, unknown.what(), unknown.references(), unknown.notNull(), unknown.origin());
  }
}

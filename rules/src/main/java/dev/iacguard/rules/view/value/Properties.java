package dev.iacguard.rules.view.value;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values inside resources, in one scenario. */
public final class Properties {
  private Properties() {}

  /** The value at a path; null-valued when it or anything above it is not written. */
  public static Value at(Scenario scenario, Resource resource, List<String> path) {
    Value value = scenario.resolve(resource.get(path.get(0)));
    for (String name : path.subList(1, path.size())) {
      value = inside(scenario, value, name);
    }
    return block(scenario, value);
  }

  /** An entry of a map or block, resolved. */
  public static Value inside(Scenario scenario, Value parent, String name) {
    return scenario.resolve(chosenInside(scenario, parent, name));
  }

  /** An entry of a map or block, where it may be a text whose holes are still open. */
  public static Value chosenInside(Scenario scenario, Value parent, String name) {
    return switch (block(scenario, parent)) {
      case Value.Mapping mapping -> {
        Value entry = mapping.get(name);
        if (entry != null) {
          yield scenario.choose(entry);
        }
        yield mapping.open()
            ? Value.Unknown.of(Cause.NOT_EVALUATED, name, mapping.origin())
            : new Value.Null(mapping.origin());
      }
      case Value.Unknown unknown -> unknown;
      case Value other -> new Value.Null(other.origin());
    };
  }

  /** The value of a block that may be written once: blocks are sequences of mappings. */
  private static Value block(Scenario scenario, Value value) {
    if (!(value instanceof Value.Sequence blocks)) {
      return value;
    }
    for (Value element : blocks.elements()) {
      Value resolved = scenario.resolve(element);
      if (!(resolved instanceof Value.Null)) {
        return resolved;
      }
    }
    return blocks.open()
        ? Value.Unknown.of(Cause.NOT_EVALUATED, "a list of blocks", blocks.origin())
        : new Value.Null(blocks.origin());
  }

  /** True for null and for the empty text: both are as good as not written. */
  public static boolean isNothing(Value value) {
    return value instanceof Value.Null
        || (value instanceof Value.Text text && text.parts().isEmpty());
  }

  /** The unknown that is all of a value, or null when the value has a known part. */
  public static Value.@Nullable Unknown whollyUnknown(Value value) {
    return switch (value) {
      case Value.Unknown unknown -> unknown;
      case Value.Text text
          when text.parts().size() == 1
              && text.parts().get(0) instanceof TextPart.Hole hole
              && hole.value() instanceof Value.Unknown unknown ->
          unknown.withOrigin(text.origin());
      default -> null;
    };
  }

  /** The unknown pieces of a resolved value. */
  public static List<Value.Unknown> unknowns(Value value) {
    return switch (value) {
      case Value.Unknown unknown -> List.of(unknown);
      case Value.Text text ->
          text.parts().stream()
              .filter(TextPart.Hole.class::isInstance)
              .map(part -> ((TextPart.Hole) part).value())
              .filter(Value.Unknown.class::isInstance)
              .map(Value.Unknown.class::cast)
              .toList();
      default -> List.of();
    };
  }

  /**
   * The attribute of a resource that a value is, unchanged; null when it is something else or made
   * from it.
   */
  public static Reference.@Nullable ToResource reference(Value value) {
    Value.Unknown unknown = whollyUnknown(value);
    return unknown != null
            && unknown.cause() != Cause.NOT_EVALUATED
            && unknown.references().size() == 1
            && unknown.references().get(0) instanceof Reference.ToResource target
        ? target
        : null;
  }

  /** The text of a value when all of it is known, otherwise null. */
  public static @Nullable String known(Value value) {
    return value instanceof Value.Text text ? text.known() : null;
  }

  /** A resolved string, number or truth value as the text that AWS gets; null for all else. */
  public static @Nullable String scalar(Value value) {
    return switch (value) {
      case Value.Text text -> text.known();
      case Value.Numeric number -> Numbers.text(number.value());
      case Value.Bool bool -> String.valueOf(bool.value());
      default -> null;
    };
  }

  /** True for true, also where it is written as a text. */
  public static boolean isTrue(Value value) {
    return value instanceof Value.Bool bool ? bool.value() : "true".equals(known(value));
  }
}

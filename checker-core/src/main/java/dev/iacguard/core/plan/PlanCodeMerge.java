package dev.iacguard.core.plan;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a value of the plan together with what the code has in its place: what the plan knows wins,
 * what it does not know comes from the code, and every piece has the place and the way of the code.
 */
final class PlanCodeMerge {
  private final PlannedResource plannedResource;
  private final References references;
  private final Origin fallback;

  /**
   * @param fallback the place of what is not in the code
   */
  PlanCodeMerge(PlannedResource plannedResource, References references, Origin fallback) {
    this.plannedResource = plannedResource;
    this.references = references;
    this.fallback = fallback;
  }

  /**
   * @param name of the argument or of the innermost entry
   * @param known as the plan has it
   * @param code null when the code is not there or has nothing in this place
   * @param configExpression what the plan's configuration says of it, or null
   */
  Value join(
      String name, Value known, @Nullable Value code, @Nullable ConfigExpression configExpression) {
    Value chosen = code == null ? null : chosen(known, code);
    Origin origin = origin(known, chosen);
    return switch (known) {
      case Value later when Values.isLater(later) ->
          secret(
              later,
              references.resolve(
                  plannedResource.address(), name, chosen, configExpression, origin));
      case Value.Mapping map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries()
            .forEach(
                (key, entry) ->
                    entries.put(
                        key,
                        join(
                            key,
                            entry,
                            chosen instanceof Value.Mapping inCode ? inCode.get(key) : null,
                            inner(configExpression, 0, key))));
        yield new Value.Mapping(map.typed(), entries, false, origin);
      }
      case Value.Sequence list -> list(name, list, chosen, configExpression, origin);
      default -> known.withOrigin(origin);
    };
  }

  /** An entry of a single block, or what is known of a map as a whole. */
  private static @Nullable ConfigExpression inner(
      @Nullable ConfigExpression configExpression, int index, String key) {
    return configExpression instanceof ConfigExpression.Blocks
        ? ConfigExpression.inside(configExpression, index, key)
        : configExpression;
  }

  private Value list(
      String name,
      Value.Sequence list,
      @Nullable Value code,
      @Nullable ConfigExpression configExpression,
      Origin origin) {
    List<Value> candidates = new ArrayList<>(elements(code));
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < list.elements().size(); i++) {
      Value element = list.elements().get(i);
      Value inCode =
          list.elements().size() == 1 && candidates.size() == 1
              ? candidates.get(0)
              : take(element, candidates);
      ConfigExpression argument = configExpression;
      if (configExpression instanceof ConfigExpression.Blocks blocks
          && i < blocks.blocks().size()) {
        argument = new ConfigExpression.Blocks(List.of(blocks.blocks().get(i)));
      }
      elements.add(join(name, element, inCode, argument));
    }
    return new Value.Sequence(list.kind(), List.copyOf(elements), false, origin);
  }

  /** JSON code may write a single block without a list around it. */
  private static List<Value> elements(@Nullable Value code) {
    return switch (code) {
      case Value.Sequence list -> list.elements();
      case Value.Mapping block -> List.of(block);
      case null, default -> List.of();
    };
  }

  /** Takes the first candidate that may be the element: a set has another order in the code. */
  private static @Nullable Value take(Value element, List<Value> candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      if (mayBe(element, candidates.get(i))) {
        return candidates.remove(i);
      }
    }
    return null;
  }

  /** The arm of an open choice that the plan took. */
  private static Value chosen(Value known, Value code) {
    return switch (code) {
      case Value.Choice choice when !Values.isLater(known) -> {
        Value then = chosen(known, choice.then());
        yield mayBe(known, then) ? then : chosen(known, choice.otherwise());
      }
      default -> code;
    };
  }

  /** False when the code cannot come to what the plan knows. */
  private static boolean mayBe(Value known, Value code) {
    return switch (code) {
      case Value.Unknown unknown -> true;
      case Value.Choice choice -> mayBe(known, choice.then()) || mayBe(known, choice.otherwise());
      default ->
          switch (known) {
            case Value later when Values.isLater(later) -> true;
            case Value.Mapping map ->
                code instanceof Value.Mapping inCode
                    && map.entries().entrySet().stream()
                        .allMatch(
                            entry -> {
                              Value inside = inCode.get(entry.getKey());
                              return inside == null || mayBe(entry.getValue(), inside);
                            });
            case Value.Sequence list ->
                (code instanceof Value.Sequence inCode && inCode.open())
                    || elements(code).size() == list.elements().size();
            case Value.Text text ->
                code instanceof Value.Text inCode
                    ? inCode.known() == null || inCode.known().equals(text.known())
                    : !(code instanceof Value.Null);
            case Value.Null none -> code instanceof Value.Null;
            default -> true;
          };
    };
  }

  private Origin origin(Value known, @Nullable Value code) {
    if (code == null) {
      return known.origin().sensitive() ? fallback.asSensitive() : fallback;
    }
    return known.origin().sensitive() ? code.origin().asSensitive() : code.origin();
  }

  private static Value secret(Value later, Value resolved) {
    return later.origin().sensitive()
        ? resolved.withOrigin(resolved.origin().asSensitive())
        : resolved;
  }
}

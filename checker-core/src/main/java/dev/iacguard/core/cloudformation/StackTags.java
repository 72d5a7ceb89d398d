package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes the tags of nested stacks. */
final class StackTags {
  private StackTags() {}

  /**
   * The tags of a nested stack: its own and those of the stack around it.
   *
   * @param own what the nested stack says; null when it says nothing
   */
  static Value.Mapping nested(Value.Mapping outer, @Nullable Value own) {
    Map<String, Value> tags = new LinkedHashMap<>(outer.entries());
    Value.Mapping said = own == null ? none(outer.origin().at()) : read(own);
    tags.putAll(said.entries());
    return mapping(tags, outer.open() || said.open(), outer.origin().at());
  }

  private static Value.Mapping read(Value written) {
    return switch (written) {
      case Value.Mapping map -> map;
      case Value.Sequence list -> pairs(list);
      case Value.Null none -> none(none.origin().at());
      case Value.Choice choice ->
          either(choice.condition(), read(choice.then()), read(choice.otherwise()));
      default -> mapping(Map.of(), true, written.origin().at());
    };
  }

  /** From a list of {@code Key} and {@code Value}. */
  static Value.Mapping pairs(Value.Sequence list) {
    Map<String, Value> tags = new LinkedHashMap<>();
    boolean open = list.open();
    for (Value element : list.elements()) {
      Value.Mapping pair = element instanceof Value.Mapping map ? map : null;
      Value key = pair == null ? null : pair.get("Key");
      Value value = pair == null ? null : pair.get("Value");
      String name = key == null ? null : Choices.scalar(key);
      open |= name == null;
      if (name != null && value != null) {
        tags.put(name, value);
      }
    }
    return mapping(tags, open, list.origin().at());
  }

  /** A tag of one side only is null on the other. */
  private static Value.Mapping either(
      Condition condition, Value.Mapping then, Value.Mapping otherwise) {
    Set<String> keys = new LinkedHashSet<>(then.entries().keySet());
    keys.addAll(otherwise.entries().keySet());
    Map<String, Value> tags = new LinkedHashMap<>();
    for (String key : keys) {
      Value first = then.entries().get(key);
      Value second = otherwise.entries().get(key);
      tags.put(
          key,
          new Value.Choice(
              condition,
              first == null ? new Value.Null(then.origin()) : first,
              second == null ? new Value.Null(otherwise.origin()) : second,
              then.origin()));
    }
    return mapping(tags, then.open() || otherwise.open(), then.origin().at());
  }

  private static Value.Mapping none(Span at) {
    return mapping(Map.of(), false, at);
  }

  static Value.Mapping mapping(Map<String, Value> tags, boolean open, Span at) {
    return new Value.Mapping(false, Collections.unmodifiableMap(tags), open, Origin.at(at));
  }
}

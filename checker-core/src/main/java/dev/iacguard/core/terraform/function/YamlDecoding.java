package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Evaluates {@code yamldecode}: one document, with anchors and merge keys. */
final class YamlDecoding {
  private static final int MAX_DEPTH = 200;

  private final FunctionCall call;
  private final Iterator<Event> events;
  private final Map<String, Value> anchors = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private int nodes;
  private int depth;

  private YamlDecoding(FunctionCall call, Iterator<Event> events) {
    this.call = call;
    this.events = events;
  }

  static Value decode(FunctionCall call) {
    String text = call.known(0);
    if (text == null) {
      return call.unknown();
    }
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setParseComments(false).build();
    YamlDecoding decoding =
        new YamlDecoding(call, new Parse(settings).parseString(text).iterator());
    try {
      Value value = decoding.document();
      boolean large = decoding.nodes > EvaluationBudget.MAX_ELEMENTS;
      return large ? call.tooManyElements() : value == null ? call.invalid("not YAML") : value;
    } catch (YamlEngineException | NumberFormatException e) {
      // Of the two, the second is for the digits of an escape that is no character.
      return call.invalid("not YAML");
    }
  }

  /** The value of the only document, or null when there is another number of them. */
  private @Nullable Value document() {
    events.next();
    if (events.next().getEventId() != Event.ID.DocumentStart) {
      return null;
    }
    Value value = value(events.next());
    if (value == null || events.next().getEventId() != Event.ID.DocumentEnd) {
      return null;
    }
    return events.next().getEventId() == Event.ID.StreamEnd ? value : null;
  }

  private @Nullable Value value(Event event) {
    if (++nodes > EvaluationBudget.MAX_ELEMENTS || depth >= MAX_DEPTH) {
      return null;
    }
    int before = nodes;
    depth++;
    String anchor = null;
    Value value =
        switch (event) {
          case AliasEvent alias -> alias(alias.getAlias().getValue());
          case ScalarEvent scalar -> {
            anchor = scalar.getAnchor().map(Object::toString).orElse(null);
            yield scalar(scalar);
          }
          case SequenceStartEvent start -> {
            anchor = start.getAnchor().map(Object::toString).orElse(null);
            yield sequence(start);
          }
          case MappingStartEvent start -> {
            anchor = start.getAnchor().map(Object::toString).orElse(null);
            yield mapping(start);
          }
          default -> null;
        };
    depth--;
    if (anchor != null && value != null) {
      anchors.put(anchor, value);
      sizes.put(anchor, nodes - before);
    }
    return value;
  }

  /** Counts what an alias represents, so that few lines cannot represent very much. */
  private @Nullable Value alias(String name) {
    nodes = Math.min(EvaluationBudget.MAX_ELEMENTS + 1, nodes + sizes.getOrDefault(name, 0));
    return anchors.get(name);
  }

  private @Nullable Value scalar(ScalarEvent scalar) {
    String tag = scalar.getTag().orElse("");
    boolean quoted =
        scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
            || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
    Value plain = YamlScalars.plain(call, scalar.getValue());
    return switch (tag.replace("tag:yaml.org,2002:", "!!")) {
      case "!", "!!str", "!!binary" -> call.text(scalar.getValue());
      case "" -> quoted ? call.text(scalar.getValue()) : plain;
      case "!!bool" -> plain instanceof Value.Bool ? plain : null;
      case "!!int", "!!float" -> plain instanceof Value.Numeric ? plain : null;
      case "!!timestamp" -> plain instanceof Value.Text ? plain : null;
      case "!!null" -> new Value.Null(call.origin());
      default -> null;
    };
  }

  private @Nullable Value sequence(SequenceStartEvent start) {
    String tag = start.getTag().orElse("tag:yaml.org,2002:seq");
    List<Value> elements = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      Value element = value(next);
      if (element == null) {
        return null;
      }
      elements.add(element);
    }
    return tag.equals("tag:yaml.org,2002:seq")
        ? call.sequence(Value.Sequence.Kind.TUPLE, elements, false)
        : null;
  }

  private @Nullable Value mapping(MappingStartEvent start) {
    String tag = start.getTag().orElse("tag:yaml.org,2002:map");
    Map<String, Value> entries = new TreeMap<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      if (!(next instanceof ScalarEvent key)) {
        return null;
      }
      Value name = scalar(key);
      boolean merge = key.isPlain() && key.getTag().isEmpty() && key.getValue().equals("<<");
      Value value = value(events.next());
      String text = Conversions.knownText(name);
      if (value == null || text == null || (merge && !merged(value, entries))) {
        return null;
      }
      if (!merge) {
        entries.put(text, value);
      }
    }
    return tag.equals("tag:yaml.org,2002:map") ? call.mapping(false, entries, false) : null;
  }

  /** Puts the entries of a mapping, or of all mappings of a list, among the others. */
  private static boolean merged(Value value, Map<String, Value> entries) {
    return switch (value) {
      case Value.Mapping map -> {
        entries.putAll(map.entries());
        yield true;
      }
      case Value.Sequence list -> {
        for (Value element : list.elements()) {
          if (!(element instanceof Value.Mapping map)) {
            yield false;
          }
          entries.putAll(map.entries());
        }
        yield true;
      }
      default -> false;
    };
  }
}

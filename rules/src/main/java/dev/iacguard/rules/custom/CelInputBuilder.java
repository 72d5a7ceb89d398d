package dev.iacguard.rules.custom;

import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds the fields that an expression reads, in one scenario, and no others. */
final class CelInputBuilder {
  /** More values than this in one picture are not looked at. */
  private static final int MOST_VALUES = 20_000;

  private static final int MOST_DEPTH = 32;

  private final Scenario scenario;
  private final Uses uses;
  private final List<Object> path;
  private final Map<String, Object> fields = new HashMap<>();
  private final Map<List<Object>, String> unknown;
  private int values;

  CelInputBuilder(Scenario scenario, Uses uses, String variable) {
    this(scenario, uses, List.of(variable), new HashMap<>());
  }

  private CelInputBuilder(
      Scenario scenario, Uses uses, List<Object> path, Map<List<Object>, String> unknown) {
    this.scenario = scenario;
    this.uses = uses;
    this.path = path;
    this.unknown = unknown;
  }

  CelInput build() {
    return new CelInput(fields, unknown, scenario.work());
  }

  /** A text that is always known. */
  CelInputBuilder text(String field, String text) {
    fields.put(field, text);
    return this;
  }

  CelInputBuilder texts(String field, List<String> texts) {
    fields.put(field, texts);
    return this;
  }

  CelInputBuilder number(String field, long number) {
    fields.put(field, number);
    return this;
  }

  /** A field of any value; null means that it is not set. */
  CelInputBuilder value(String field, Supplier<Value> value) {
    List<Object> at = below(path, field);
    if (isUsed(at)) {
      put(field, convert(value.get(), at));
    }
    return this;
  }

  /** A field that is not known. */
  CelInputBuilder unknown(String field, String why) {
    unknown.put(below(path, field), why);
    // Unknown, but there: its value is never read.
    fields.put(field, "");
    return this;
  }

  /** A field that holds fields. */
  CelInputBuilder object(String field, Consumer<CelInputBuilder> paint) {
    List<Object> at = below(path, field);
    if (isUsed(at)) {
      CelInputBuilder inner = new CelInputBuilder(scenario, uses, at, unknown);
      paint.accept(inner);
      fields.put(field, inner.fields);
    }
    return this;
  }

  /** A field that holds a list of objects. */
  <T> CelInputBuilder objects(String field, List<T> each, Paint<T> paint) {
    List<Object> at = below(path, field);
    if (isUsed(at)) {
      List<Object> list = new ArrayList<>();
      for (T one : each) {
        CelInputBuilder inner =
            new CelInputBuilder(scenario, uses, below(at, list.size()), unknown);
        paint.paint(one, inner);
        list.add(inner.fields);
      }
      fields.put(field, list);
    }
    return this;
  }

  /** Paints one object of a list. */
  interface Paint<T> {
    void paint(T one, CelInputBuilder into);
  }

  boolean uses(String field) {
    return isUsed(below(path, field));
  }

  private boolean isUsed(List<Object> at) {
    List<String> names = new ArrayList<>();
    for (Object step : at) {
      if (!(step instanceof String name)) {
        // Inside a list, it is not known which element an expression reads.
        break;
      }
      names.add(name);
    }
    return uses.reach(names);
  }

  private void put(String field, @Nullable Object converted) {
    if (converted != null) {
      fields.put(field, converted);
    }
  }

  /** What CEL computes with; null for a value that is not set. */
  private @Nullable Object convert(Value value, List<Object> at) {
    Value resolved = scenario.resolve(value);
    if (++values > MOST_VALUES || at.size() > MOST_DEPTH) {
      return notKnown(at, "is too large for a custom rule");
    }
    if (resolved.origin().sensitive()) {
      return notKnown(at, "is sensitive");
    }
    return switch (resolved) {
      case Value.Null none -> null;
      case Value.Bool bool -> bool.value();
      case Value.Numeric number -> number(number.value());
      case Value.Text text -> text(text, at);
      case Value.Unknown open -> notKnown(at, open.reason());
      case Value.Sequence sequence -> list(sequence, at);
      case Value.Mapping mapping -> map(mapping, at);
      case Value.Choice choice ->
          throw new IllegalStateException("a settled value is not a choice");
    };
  }

  private static Object number(BigDecimal number) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return whole && number.precision() - number.scale() <= 18
        ? (Object) number.longValueExact()
        : (Object) number.doubleValue();
  }

  private Object text(Value.Text text, List<Object> at) {
    String known = text.known();
    if (known != null) {
      return known;
    }
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Hole hole && hole.value() instanceof Value.Unknown open) {
        return notKnown(at, open.reason());
      }
    }
    return notKnown(at, "is not known");
  }

  private Object list(Value.Sequence sequence, List<Object> at) {
    List<Object> list = new ArrayList<>();
    if (sequence.open()) {
      notKnown(at, "may have more elements");
    }
    for (Value element : sequence.elements()) {
      Object converted = convert(element, below(at, list.size()));
      if (converted != null) {
        list.add(converted);
      }
    }
    return list;
  }

  private Object map(Value.Mapping mapping, List<Object> at) {
    Map<String, Object> map = new HashMap<>();
    if (mapping.open()) {
      notKnown(at, "may have more entries");
    }
    mapping
        .entries()
        .forEach(
            (name, value) -> {
              List<Object> below = below(at, name);
              Object converted = isUsed(below) ? convert(value, below) : null;
              if (converted != null) {
                map.put(name, converted);
              }
            });
    return map;
  }

  private Object notKnown(List<Object> at, String why) {
    unknown.put(at, why);
    return "";
  }

  private static List<Object> below(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }
}

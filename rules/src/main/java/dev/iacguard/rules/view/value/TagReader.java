package dev.iacguard.rules.view.value;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.PartialJson;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads tags of any shape. */
public final class TagReader {
  private final Scenario scenario;
  private final Map<String, Value> entries = new LinkedHashMap<>();
  private final Map<String, Value.Unknown> ignored = new LinkedHashMap<>();
  private boolean open;

  private TagReader(Scenario scenario) {
    this.scenario = scenario;
  }

  public static Tags read(Scenario scenario, Resource resource, TagProperty property) {
    Value tags = own(scenario, resource, property);
    // What a generated resource has may be the generator's; its declaration is the place to look.
    boolean written = !(tags instanceof Value.Null) && resource.generated() == null;
    TagReader reader = new TagReader(scenario);
    reader.open = property.shape() instanceof TagProperty.Shape.Elsewhere;
    Value effective = effective(scenario, resource, property, tags);
    reader.add(effective, property.shape());
    if (property.path().size() == 1) {
      reader.addOfStack(resource.attributes().stackTags());
    }
    return new Tags(
        reader.entries,
        reader.ignored,
        reader.open,
        resource.attributes().hasAllStackTags(),
        unknown(tags, effective),
        written,
        written ? tags.origin() : Origin.at(resource.header()),
        written ? null : Misspelling.of(scenario, resource, property.path()),
        TagSetting.of(resource, property, reader.entries.keySet(), written ? tags.origin() : null),
        TagPlace.of(resource, property));
  }

  private static Value.@Nullable Unknown unknown(Value own, Value effective) {
    if (own instanceof Value.Unknown unknown) {
      return unknown;
    }
    return effective instanceof Value.Unknown unknown ? unknown : null;
  }

  /** What the resource itself says. */
  private static Value own(Scenario scenario, Resource resource, TagProperty property) {
    if (property.path().isEmpty()) {
      return new Value.Null(Origin.at(resource.header()));
    }
    Value value = scenario.resolve(resource.get(property.path().get(0)));
    for (String name : property.path().subList(1, property.path().size())) {
      value = Properties.inside(scenario, value, name);
    }
    return value;
  }

  /** The same with the provider's defaults, where there are any. */
  private static Value effective(
      Scenario scenario, Resource resource, TagProperty property, Value own) {
    if (property.effective().isEmpty()) {
      return own;
    }
    Value effective = scenario.resolve(resource.get(property.effective()));
    return effective instanceof Value.Null ? own : effective;
  }

  private void add(Value value, TagProperty.Shape shape) {
    switch (value) {
      case Value.Null none -> {}
      case Value.Mapping map when shape instanceof TagProperty.Shape.Map -> addMap(map);
      case Value.Sequence list when shape instanceof TagProperty.Shape.Pairs pairs ->
          addPairs(list, pairs);
      case Value.Text text when shape instanceof TagProperty.Shape.Json ->
          add(PartialJson.parse(text), new TagProperty.Shape.Map());
      default -> open = true;
    }
  }

  /** What a resource says of a tag has precedence over its stack. */
  private void addOfStack(Value.@Nullable Mapping tags) {
    if (tags != null) {
      open |= tags.open();
      tags.entries()
          .forEach(
              (key, value) -> {
                if (!entries.containsKey(key)) {
                  put(key, value);
                }
              });
    }
  }

  private void addMap(Value.Mapping map) {
    open |= map.open();
    map.entries().forEach(this::put);
  }

  private void addPairs(Value.Sequence list, TagProperty.Shape.Pairs pairs) {
    open |= list.open();
    for (Value element : list.elements()) {
      switch (scenario.resolve(element)) {
        case Value.Null none -> {}
        case Value.Mapping pair -> {
          String key = Properties.known(Properties.inside(scenario, pair, pairs.key()));
          Value value = pair.get(pairs.value());
          if (key == null) {
            open = true;
          } else {
            put(key, value == null ? new Value.Null(pair.origin()) : value);
          }
        }
        default -> open = true;
      }
    }
  }

  /** A tag without a value is no tag; a choice is looked into only when one side is none. */
  private void put(String key, Value value) {
    if (value instanceof Value.Unknown unknown
        && (unknown.cause() == Cause.IGNORED || unknown.cause() == Cause.IGNORED_TAG)) {
      ignored.put(key, unknown);
    } else if (!mayBeNothing(value) || !(scenario.resolve(value) instanceof Value.Null)) {
      entries.put(key, value);
    }
  }

  private static boolean mayBeNothing(Value value) {
    return switch (value) {
      case Value.Null none -> true;
      case Value.Choice choice -> mayBeNothing(choice.then()) || mayBeNothing(choice.otherwise());
      default -> false;
    };
  }
}

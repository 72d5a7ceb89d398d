package dev.iacguard.rules;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Attributes;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Generated;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stack put together by hand, so that rules can be tested without any loader. */
public final class HandBuiltStack implements Stack {
  private static final SourceFile FILE = new SourceFile("main.tf", "line\n".repeat(200));
  private static final int LINE = "line\n".length();

  private final List<Resource> resources = new ArrayList<>();

  /** A value written somewhere. */
  public static final Origin ORIGIN = Origin.at(FILE.span(0, 1));

  /** Adds a resource on a line of its own; the name is {@code TYPE.NAME} in Terraform. */
  public HandBuiltStack add(String type, String name, Map<String, Value> attributes) {
    return add(type, name, List.of(), null, attributes);
  }

  public HandBuiltStack add(
      String type,
      String name,
      List<Condition> exists,
      @Nullable Generated generated,
      Map<String, Value> attributes) {
    int start = resources.size() * LINE;
    var span = FILE.span(start, start + LINE - 1);
    Attributes written =
        new Attributes() {
          @Override
          public Set<String> names() {
            return attributes.keySet();
          }

          @Override
          public Value get(String attribute) {
            return attributes.getOrDefault(attribute, new Value.Null(Origin.at(span)));
          }
        };
    Address address = Address.of("", name);
    resources.add(new Resource(address, type, span, span, List.of(), exists, written, generated));
    return this;
  }

  public static Value text(String text) {
    return Value.Text.of(text, ORIGIN);
  }

  /** A text put together from strings and values. */
  public static Value join(Object... parts) {
    TextBuilder builder = new TextBuilder();
    for (Object part : parts) {
      if (part instanceof Value value) {
        builder.add(value);
      } else {
        builder.add(String.valueOf(part));
      }
    }
    return builder.build(ORIGIN);
  }

  public static Value number(String digits) {
    return new Value.Numeric(new BigDecimal(digits), ORIGIN);
  }

  public static Value nothing() {
    return new Value.Null(ORIGIN);
  }

  /** An input without a value. */
  public static Value input(String name) {
    return Value.Unknown.named(Cause.INPUT, name, ORIGIN);
  }

  /** An attribute that the service will compute. */
  public static Value attribute(String resource, String attribute) {
    Reference reference = new Reference.ToResource(Address.of("", resource), attribute);
    return new Value.Unknown(
        Cause.COMPUTED, resource + "." + attribute, List.of(reference), true, ORIGIN);
  }

  public static Value list(Value... elements) {
    return new Value.Sequence(Value.Sequence.Kind.TUPLE, List.of(elements), false, ORIGIN);
  }

  public static Value openList(Value... elements) {
    return new Value.Sequence(Value.Sequence.Kind.TUPLE, List.of(elements), true, ORIGIN);
  }

  /** Keys and values in turn. */
  public static Value map(Object... entries) {
    return mapping(false, entries);
  }

  public static Value openMap(Object... entries) {
    return mapping(true, entries);
  }

  private static Value mapping(boolean open, Object... entries) {
    Map<String, Value> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      Object value = entries[i + 1];
      map.put((String) entries[i], value instanceof Value known ? known : text((String) value));
    }
    return new Value.Mapping(false, map, open, ORIGIN);
  }

  public static Value choice(String flag, Value then, Value otherwise) {
    Condition condition = new Condition.Named(flag, new Condition.Flag(flag));
    return new Value.Choice(condition, then, otherwise, ORIGIN);
  }

  @Override
  public String name() {
    return "stack";
  }

  @Override
  public Language language() {
    return Language.TERRAFORM;
  }

  @Override
  public List<Resource> resources(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  @Override
  public @Nullable Resource resource(Address address) {
    return resources.stream()
        .filter(resource -> resource.address().equals(address))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }
}

package dev.iacguard.core.terraform.value;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Converts values to a type as Terraform does for variables and for {@code tolist} and its like.
 */
public final class TypeConversion {
  private static final TypeConversion PLAIN =
      new TypeConversion(
          expression -> {
            throw new IllegalStateException("a type of no variable has no defaults");
          });

  private final Function<Expression, Value> defaults;

  /**
   * @param defaults evaluates the default of an optional attribute
   */
  public TypeConversion(Function<Expression, Value> defaults) {
    this.defaults = defaults;
  }

  /** Converts to a type without optional attributes. */
  public static Value plain(Value value, TypeConstraint type) {
    return PLAIN.convert(value, type);
  }

  public Value convert(Value value, TypeConstraint type) {
    if (value instanceof Value.Null || value instanceof Value.Unknown) {
      return value;
    }
    if (value instanceof Value.Choice choice) {
      return ChoiceLifting.map(choice, arm -> convert(arm, type));
    }
    return switch (type) {
      case TypeConstraint.Any any -> value;
      case TypeConstraint.Primitive primitive ->
          switch (primitive) {
            case TEXT -> Conversions.toText(value);
            case NUMBER -> Conversions.toNumber(value);
            case BOOL -> Conversions.toBool(value);
          };
      case TypeConstraint.Elements elements -> elements(value, elements);
      case TypeConstraint.Entries entries -> entries(value, entries.element());
      case TypeConstraint.Structure structure -> structure(value, structure.fields());
      case TypeConstraint.Positions positions -> positions(value, positions.types());
    };
  }

  private Value elements(Value value, TypeConstraint.Elements type) {
    if (!(value instanceof Value.Sequence sequence)) {
      return Conversions.invalid(value, "a list is needed");
    }
    TypeConstraint element = elementType(type.element(), sequence.elements());
    if (element == null) {
      return Conversions.invalid(value, "elements of one type are needed");
    }
    List<Value> converted = new ArrayList<>(sequence.elements().size());
    for (Value one : sequence.elements()) {
      converted.add(convert(one, element));
    }
    List<Value> elements =
        type.kind() == Value.Sequence.Kind.SET ? Sets.ordered(converted) : List.copyOf(converted);
    // Two elements of a set may turn out to be one, so that a list of them gets shorter.
    boolean open =
        sequence.open()
            || (sequence.kind() == Value.Sequence.Kind.SET
                && type.kind() == Value.Sequence.Kind.LIST
                && elements.size() > 1
                && !Derived.isWhollyKnown(sequence));
    return new Value.Sequence(type.kind(), elements, open, value.origin());
  }

  private Value entries(Value value, TypeConstraint type) {
    if (!(value instanceof Value.Mapping mapping)) {
      return Conversions.invalid(value, "a map is needed");
    }
    TypeConstraint element = elementType(type, mapping.entries().values());
    if (element == null) {
      return Conversions.invalid(value, "values of one type are needed");
    }
    Map<String, Value> converted = new TreeMap<>();
    mapping.entries().forEach((key, one) -> converted.put(key, convert(one, element)));
    return new Value.Mapping(true, converted, mapping.open(), value.origin());
  }

  /** The type all elements are brought to, or null when they have none in common. */
  private static @Nullable TypeConstraint elementType(
      TypeConstraint wanted, Iterable<Value> elements) {
    return wanted instanceof TypeConstraint.Any ? Unification.unify(Types.each(elements)) : wanted;
  }

  /**
   * Attributes that the type does not name are dropped; optional ones that are absent or null get
   * their default.
   */
  private Value structure(Value value, Map<String, TypeConstraint.Field> fields) {
    if (!(value instanceof Value.Mapping mapping)) {
      return Conversions.invalid(value, "an object is needed");
    }
    Map<String, Value> converted = new TreeMap<>();
    for (Map.Entry<String, TypeConstraint.Field> entry : fields.entrySet()) {
      TypeConstraint.Field field = entry.getValue();
      Value given = mapping.get(entry.getKey());
      if (given == null && !field.optional() && !mapping.open()) {
        return Conversions.invalid(value, "attribute \"" + entry.getKey() + "\" is required");
      }
      if (given == null && mapping.open()) {
        given = Derived.unknown("." + entry.getKey(), value.origin(), List.of(mapping));
      }
      converted.put(entry.getKey(), field(given, field, value.origin()));
    }
    return new Value.Mapping(false, converted, false, value.origin());
  }

  private Value field(@Nullable Value given, TypeConstraint.Field field, Origin origin) {
    boolean absent = given == null || given instanceof Value.Null;
    if (absent && field.defaultValue() != null) {
      return convert(defaults.apply(field.defaultValue()), field.type());
    }
    return given == null ? new Value.Null(origin) : convert(given, field.type());
  }

  private Value positions(Value value, List<TypeConstraint> types) {
    if (!(value instanceof Value.Sequence sequence)
        || sequence.kind() != Value.Sequence.Kind.TUPLE
        || sequence.open()
        || sequence.elements().size() != types.size()) {
      return Conversions.invalid(value, "a tuple of " + types.size() + " is needed");
    }
    List<Value> converted = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      converted.add(convert(sequence.elements().get(i), types.get(i)));
    }
    return new Value.Sequence(
        Value.Sequence.Kind.TUPLE, List.copyOf(converted), false, value.origin());
  }
}

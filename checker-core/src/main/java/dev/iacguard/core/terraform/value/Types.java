package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The types of values. What is null or not wholly known has any type. */
public final class Types {
  private Types() {}

  public static TypeConstraint of(Value value) {
    return switch (value) {
      case Value.Text text -> TypeConstraint.Primitive.TEXT;
      case Value.Numeric number -> TypeConstraint.Primitive.NUMBER;
      case Value.Bool bool -> TypeConstraint.Primitive.BOOL;
      case Value.Null none -> TypeConstraint.ANY;
      case Value.Unknown unknown -> TypeConstraint.ANY;
      case Value.Sequence list when list.open() -> TypeConstraint.ANY;
      case Value.Mapping map when map.open() -> TypeConstraint.ANY;
      case Value.Choice choice -> common(List.of(of(choice.then()), of(choice.otherwise())));
      case Value.Sequence list when list.kind() == Value.Sequence.Kind.TUPLE ->
          new TypeConstraint.Positions(list.elements().stream().map(Types::of).toList());
      case Value.Sequence list ->
          new TypeConstraint.Elements(list.kind(), common(each(list.elements())));
      case Value.Mapping map when map.typed() ->
          new TypeConstraint.Entries(common(each(map.entries().values())));
      case Value.Mapping map -> {
        Map<String, TypeConstraint.Field> fields = new TreeMap<>();
        map.entries()
            .forEach(
                (key, entry) -> fields.put(key, new TypeConstraint.Field(of(entry), false, null)));
        yield new TypeConstraint.Structure(fields);
      }
    };
  }

  /** The type of each, each type once. */
  public static List<TypeConstraint> each(Iterable<Value> values) {
    Set<TypeConstraint> types = new LinkedHashSet<>();
    for (Value value : values) {
      types.add(of(value));
    }
    return new ArrayList<>(types);
  }

  private static TypeConstraint common(List<TypeConstraint> types) {
    TypeConstraint common = Unification.unify(types);
    return common == null ? TypeConstraint.ANY : common;
  }
}

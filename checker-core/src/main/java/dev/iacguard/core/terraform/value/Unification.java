package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the type to which values of several types are converted when they meet in one list, map or
 * conditional.
 */
public final class Unification {
  private Unification() {}

  /** The common type, or null when there is none. A value of any type fits all others. */
  public static @Nullable TypeConstraint unify(List<TypeConstraint> all) {
    Set<TypeConstraint> types = new LinkedHashSet<>(all);
    types.remove(TypeConstraint.ANY);
    if (types.size() <= 1) {
      return types.isEmpty() ? TypeConstraint.ANY : types.iterator().next();
    }
    if (isEach(types, TypeConstraint.Primitive.class)) {
      return types.contains(TypeConstraint.Primitive.TEXT) ? TypeConstraint.Primitive.TEXT : null;
    }
    if (isEach(types, TypeConstraint.Structure.class)) {
      return structures(types);
    }
    if (isEach(types, TypeConstraint.Entries.class, TypeConstraint.Structure.class)) {
      return entries(types);
    }
    if (isEach(types, TypeConstraint.Positions.class)) {
      return positions(types);
    }
    return isEach(types, TypeConstraint.Elements.class, TypeConstraint.Positions.class)
        ? elements(types)
        : null;
  }

  @SafeVarargs
  private static boolean isEach(
      Set<TypeConstraint> types, Class<? extends TypeConstraint>... kinds) {
    for (TypeConstraint type : types) {
      boolean found = false;
      for (Class<? extends TypeConstraint> kind : kinds) {
        found |= kind.isInstance(type);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  /** Objects with the same names stay objects; others become maps. */
  private static @Nullable TypeConstraint structures(Set<TypeConstraint> types) {
    Map<String, List<TypeConstraint>> byName = new TreeMap<>();
    for (TypeConstraint type : types) {
      fields(type)
          .forEach(
              (name, field) ->
                  byName.computeIfAbsent(name, key -> new ArrayList<>()).add(field.type()));
    }
    Map<String, TypeConstraint.Field> fields = new TreeMap<>();
    for (Map.Entry<String, List<TypeConstraint>> entry : byName.entrySet()) {
      if (entry.getValue().size() != types.size()) {
        return entries(types);
      }
    }
    for (Map.Entry<String, List<TypeConstraint>> entry : byName.entrySet()) {
      TypeConstraint common = unify(entry.getValue());
      if (common == null) {
        return null;
      }
      fields.put(entry.getKey(), new TypeConstraint.Field(common, false, null));
    }
    return new TypeConstraint.Structure(fields);
  }

  private static Map<String, TypeConstraint.Field> fields(TypeConstraint type) {
    return type instanceof TypeConstraint.Structure structure ? structure.fields() : Map.of();
  }

  private static @Nullable TypeConstraint entries(Set<TypeConstraint> types) {
    List<TypeConstraint> inner = new ArrayList<>();
    for (TypeConstraint type : types) {
      if (type instanceof TypeConstraint.Entries entries) {
        inner.add(entries.element());
      } else {
        fields(type).values().forEach(field -> inner.add(field.type()));
      }
    }
    TypeConstraint common = unify(inner);
    return common == null ? null : new TypeConstraint.Entries(common);
  }

  /** Tuples of one length stay tuples; others become lists. */
  private static @Nullable TypeConstraint positions(Set<TypeConstraint> types) {
    List<List<TypeConstraint>> tuples = new ArrayList<>();
    for (TypeConstraint type : types) {
      tuples.add(inner(type));
    }
    int length = tuples.get(0).size();
    for (List<TypeConstraint> tuple : tuples) {
      if (tuple.size() != length) {
        return elements(types);
      }
    }
    List<TypeConstraint> common = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      int at = i;
      TypeConstraint type = unify(tuples.stream().map(tuple -> tuple.get(at)).toList());
      if (type == null) {
        return null;
      }
      common.add(type);
    }
    return new TypeConstraint.Positions(common);
  }

  /** Lists and tuples become lists; a set among tuples keeps all of them sets. */
  private static @Nullable TypeConstraint elements(Set<TypeConstraint> types) {
    List<TypeConstraint> inner = new ArrayList<>();
    boolean list = false;
    boolean set = false;
    for (TypeConstraint type : types) {
      inner.addAll(inner(type));
      if (type instanceof TypeConstraint.Elements elements) {
        set |= elements.kind() == Value.Sequence.Kind.SET;
        list |= elements.kind() == Value.Sequence.Kind.LIST;
      }
    }
    TypeConstraint common = unify(inner);
    Value.Sequence.Kind kind = set && !list ? Value.Sequence.Kind.SET : Value.Sequence.Kind.LIST;
    return common == null ? null : new TypeConstraint.Elements(kind, common);
  }

  private static List<TypeConstraint> inner(TypeConstraint type) {
    return switch (type) {
      case TypeConstraint.Positions positions -> positions.types();
      case TypeConstraint.Elements elements -> List.of(elements.element());
      default -> List.of();
    };
  }
}
